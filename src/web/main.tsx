import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLive } from "./live.ts";
import { Problem, Unreachable } from "./problem.ts";
import { queryClient } from "./query-client.ts";
import { router } from "./router.tsx";
import "./shell/shell.css";
import { LiveContext } from "./view.ts";

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no #root");

/** A refusal or a lost network has its own page and is no fault; a fault is told as React would. */
function onCaughtError(error: unknown): void {
  if (!(error instanceof Problem || error instanceof Unreachable)) reportError(error);
}

createRoot(place, { onCaughtError }).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LiveContext value={startLive(queryClient)}>
        <RouterProvider router={router} />
      </LiveContext>
    </QueryClientProvider>
  </StrictMode>,
);
