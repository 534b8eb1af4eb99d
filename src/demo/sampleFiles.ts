import type { TreeFile } from "./tree.ts";

/** The folder of all branch offices' servers that has files for us. */
export const OUT = "/out";

/**
 * What branch office number `branch` has to offer: three to eight small files, the same ones each time. Among them is what
 * makes harvesting hard: an empty file, a name with a space, a Chinese one, folders in folders. Reports lie in a folder of
 * their own, `/out/reports` or elsewhere.
 */
export function sampleFiles(branch: number, reports: string): TreeFile[] {
  const id = String(branch).padStart(3, "0");
  const all: readonly (() => TreeFile)[] = [
    () => file(`${OUT}/daily-${DAYS[0]}.csv`, DAYS[0], dailyLines(branch, DAYS[0], 40)),
    () => file(`${OUT}/${DAYS[0]}.done`, DAYS[0], ""),
    () => file(`${reports}/cash report.txt`, DAYS[0], `Branch ${id}: cash counted on ${DAYS[0]}, no difference.\n`),
    () => file(`${OUT}/分行日报.csv`, DAYS[0], `日期,分行,笔数\n${DAYS[0]},${id},40\n`),
    () => file(`${OUT}/archive/daily-${DAYS[1]}.csv`, DAYS[1], dailyLines(branch, DAYS[1], 120)),
    () => file(`${OUT}/archive/2026/10/daily-${DAYS[2]}.csv`, DAYS[2], dailyLines(branch, DAYS[2], 800)),
    () => file(`${reports}/2026/rates.csv`, DAYS[1], "currency,rate\nCNY,1\nEUR,8.2410\nHKD,0.9168\nUSD,7.1302\n"),
    () => file(`${OUT}/.sent`, DAYS[1], `${DAYS[1]}\n`),
  ];
  return all.slice(0, FEWEST_FILES + (branch % (all.length - FEWEST_FILES + 1))).map((make) => make());
}

const FEWEST_FILES = 3;
const DAYS = ["2026-10-30", "2026-10-29", "2026-10-28"] as const;

function file(path: string, day: string, text: string): TreeFile {
  return { path, bytes: Buffer.from(text), modified: new Date(`${day}T18:30:05Z`) };
}

/** A day's bookings. Plausible at a glance, made up throughout. */
function dailyLines(branch: number, day: string, count: number): string {
  const next = numbers(branch * 1000 + Number(day.slice(-2)));
  const lines = ["time,account,booking,currency,amount"];
  for (let line = 0; line < count; line++) {
    const time = new Date(Date.parse(`${day}T09:00:00Z`) + Math.floor((line * 28_800_000) / count)).toISOString();
    const account = `62${String(branch).padStart(3, "0")}${String(next(10_000_000)).padStart(7, "0")}`;
    const amount = (next(500_000) / 100).toFixed(2);
    lines.push([time.slice(11, 19), account, BOOKINGS[next(BOOKINGS.length)], "CNY", amount].join(","));
  }
  return `${lines.join("\n")}\n`;
}

const BOOKINGS = ["deposit", "withdrawal", "transfer", "fee", "interest"];

/** Numbers below a limit, the same row of them for the same seed: the generator of Numerical Recipes, good enough for samples. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
