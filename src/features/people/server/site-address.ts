import type { House } from "#server/house.ts";

export function siteAddress({ config }: House): string {
  return config.publicUrl ?? `http://${config.host}:${config.port}`;
}
