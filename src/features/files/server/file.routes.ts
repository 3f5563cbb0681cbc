import type { Route } from "#server/deed.ts";
import { readFileRoute } from "./read-file.ts";
import { uploadFileRoute } from "./upload-file.ts";

export const fileRoutes: Route[] = [uploadFileRoute, readFileRoute];
