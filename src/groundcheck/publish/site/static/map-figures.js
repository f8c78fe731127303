/* What was measured, looked up by day; nothing is ever computed from a drawing. */

const DAY = 86_400_000;
const WORDS = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export const toNumber = (day) => Date.parse(`${day}T00:00Z`) / DAY;
export const toDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
export const inWords = (day) => WORDS.format(new Date(`${day}T00:00Z`));

/** The same day some months on or back, the last of the month where it has no such day. */
export function monthsOn(number, months) {
  const from = new Date(number * DAY);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  return first / DAY + Math.min(from.getUTCDate(), last.getUTCDate()) - 1;
}

/** A layer's figures: which map speaks for a day, and what it shows of each region. */
export function figures(data) {
  const days = data.days.map(toNumber);

  function slot(number) {
    const after = days.findIndex((day) => day > number);
    const at = after < 0 ? days.length - 1 : after - 1;
    if (at < 0) return -1;
    if (data.valid_days) return number - days[at] <= data.valid_days ? at : -1;
    return number <= days.at(-1) ? at : -1;
  }

  return {
    maker: data.maker.split(" (")[0],
    /** The day of the map that speaks for a day, null where none does. */
    mapDay: (number) => data.days[slot(number)] ?? null,
    /** The next day that has a map of its own, null after the last one. */
    next: (number) => days.find((day) => day > number) ?? null,
    /** Words for the cells of a row: km2, share and wide (the share with contested ground). */
    row(id, number) {
      const row = data.rows[id], at = slot(number);
      if (!row || at < 0) return { km2: "–", share: "–", wide: "–" };
      const share = (km2) => Math.min(100, 100 * km2 / row.whole_km2).toFixed(2);
      return {
        km2: WHOLE.format(row.km2[at]),
        share: share(row.km2[at]),
        wide: row.km2_with_contested ? share(row.km2_with_contested[at]) : "–",
      };
    },
  };
}
