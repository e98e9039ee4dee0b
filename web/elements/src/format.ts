const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A day, in the local time zone. */
export function date(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? '' : day.format(instant);
}

/** An instant to the minute, in the local time zone. */
export function dateAndTime(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? '' : minute.format(instant);
}

/** A number of octets for a person. */
export function octets(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 1_000_000) return `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)} kB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}
