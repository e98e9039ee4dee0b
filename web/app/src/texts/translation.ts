/** Texts of one area in another language. All of them: one that is missing does not compile. */
export type Translation<Area> = Area;
