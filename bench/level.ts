/** The next number of a traffic's items; a measurement never gives the same one twice. */
export type Turn = () => number;

export type Level = {
  readonly connections: number;
  readonly warmUp: number;
  readonly seconds: number;
};

/** Requests a second and how long they took, in milliseconds. */
export type Speed = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

export function turns(): Turn {
  let number = -1;
  return () => (number += 1);
}

/** Times in milliseconds, measured within `took` milliseconds. */
export function levelOf(times: readonly number[], took: number): Speed {
  const sorted = times.toSorted((left, right) => left - right);
  const part = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return {
    perSecond: took > 0 ? Math.round((times.length * 1000) / took) : 0,
    p50: part(0.5),
    p95: part(0.95),
    p99: part(0.99),
  };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
