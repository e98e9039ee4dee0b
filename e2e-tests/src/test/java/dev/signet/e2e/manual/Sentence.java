package dev.signet.e2e.manual;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sentence of the manual that a test shows to hold; word by word, white space aside. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Sentence.All.class)
public @interface Sentence {
  String value();

  /** Where Signet does otherwise or more, and why. */
  String note() default "";

  /** Several sentences of one test. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface All {
    Sentence[] value();
  }
}
