import { useRouterState } from "@tanstack/react-router";
import { useCallback } from "react";
import { useGo } from "#web/shell/go.ts";
import type { RegisterFilters } from "../register.contract.ts";

export type Filters = { readonly [name in keyof RegisterFilters]?: string | undefined } & {
  readonly offset?: string | undefined;
};

const NAMES = [
  "find",
  "field",
  "requirement",
  "place",
  "room",
  "from",
  "until",
  "papers",
  "contacted",
  "standing",
  "sort",
  "offset",
] as const;

/** The filters stand in the address: a link, a saved view and the way back keep them. */
export function useFilters(): [Filters, (change: Filters) => void] {
  const search = useRouterState({ select: ({ location }) => location.searchStr });
  const go = useGo();
  const filters = filtersOf(search);
  const put = useCallback(
    (change: Filters) =>
      go(hrefOf({ ...filtersOf(search), offset: undefined, ...change }), { instead: true }),
    [go, search],
  );
  return [filters, put];
}

function filtersOf(search: string): Filters {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = params.get(name);
      return value === null || value === "" ? [] : [[name, value]];
    }),
  );
}

/** "field=kitchen&room=left", always in the same order: equal filters are equal texts. */
export function queryOf(filters: Filters): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const value = filters[name];
    if (value && name !== "offset") params.set(name, value);
  }
  return params.toString();
}

function hrefOf(filters: Filters): string {
  const query = queryOf(filters);
  const all = filters.offset ? `${query}&offset=${filters.offset}` : query;
  return all === "" ? "/workplaces" : `/workplaces?${all}`;
}

type Asked = { readonly [name in keyof RegisterFilters]: RegisterFilters[name] } & {
  offset?: number;
};

/** As the list's route takes them; a wrong value in the address is the server's to refuse. */
export function asked(filters: Filters): Asked {
  const loose: object = filters;
  return loose;
}
