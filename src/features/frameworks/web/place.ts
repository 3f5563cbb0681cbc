import { useLocation } from "@tanstack/react-router";

/** What of a qualification is open: a unit and one of its requirements; told by the address. */
export type Place = { readonly unit: string | null; readonly requirement: string | null };

export function usePlace(): Place {
  const search = new URLSearchParams(useLocation({ select: ({ searchStr }) => searchStr }));
  return { unit: search.get("unit"), requirement: search.get("requirement") };
}

export function placeHref(versionId: string, { unit, requirement }: Partial<Place>): string {
  const search = new URLSearchParams();
  if (unit) search.set("unit", unit);
  if (unit && requirement) search.set("requirement", requirement);
  return `/qualifications/${versionId}${search.size === 0 ? "" : `?${search}`}`;
}
