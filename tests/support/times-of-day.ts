const UNITS_PER_MS = [1e-3, 1, 1e3, 1e6];

/**
 * What in a text tells the time of day between two moments (ms since 1970), one finding each: clock
 * times with seconds, and numbers in decimal, base 36 or hex that count from 1970 in s, ms, µs or ns.
 * Days at midnight, `T00:00:00Z`, tell nothing.
 */
export function timesOfDay(text: string, from: number, to: number): string[] {
  const found: string[] = [];
  const withoutDays = text.replaceAll(/T00:00:00(?:\.000)?(?:Z|\+00:00)/g, "T");
  for (const [clock] of withoutDays.matchAll(/(?<!\d)\d\d:\d\d:\d\d(?!\d)/g)) found.push(clock);
  for (const [minute] of withoutDays.matchAll(/(?<!\d)\d{1,2}[:.h]\d\d(?!\d)/g)) {
    if (minutesBetween(from, to).includes(minute.replace(/[.h]/, ":").padStart(5, "0")))
      found.push(minute);
  }
  for (const [word] of withoutDays.matchAll(/[0-9A-Za-z]{6,20}/g)) {
    const counts = [
      ...(/^\d+$/.test(word) ? [Number(word)] : []),
      ...(/^[0-9a-z]{6,9}$/.test(word) ? [Number.parseInt(word, 36)] : []),
      ...(/^[0-9a-f]{8,14}$/.test(word) ? [Number.parseInt(word, 16)] : []),
    ];
    const isTime = counts.some((count) =>
      UNITS_PER_MS.some((unit) => count >= Math.floor(from * unit) && count <= to * unit),
    );
    if (isTime) found.push(word);
  }
  return found;
}

function minutesBetween(from: number, to: number): string[] {
  const minutes: string[] = [];
  for (let at = Math.floor(from / 60_000); at <= to / 60_000; at += 1) {
    minutes.push(new Date(at * 60_000).toISOString().slice(11, 16));
  }
  return minutes;
}
