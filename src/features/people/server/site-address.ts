import type { House } from "#server/house.ts";

/** Where people reach the site: links in letters begin with it. */
export function siteAddress({ config }: House): string {
  return config.publicUrl ?? `http://${config.host}:${config.port}`;
}
