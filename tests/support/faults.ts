import type { Page } from "@playwright/test";

export type FaultWatch = {
  readonly faults: string[];
  allowStatus(status: number): void;
  allowNoNetwork(): void;
};

/** Collects console errors, uncaught exceptions, failed requests and refusals of a page. */
export function watchFaults(page: Page): FaultWatch {
  const faults: string[] = [];
  const allowed = new Set<number>();
  let network = true;
  page.on("console", (message) => {
    // A refusal is also written to the console by the browser; its status is judged below.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(`${page.url()} console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()} exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Leaving a page ends what it was still asking for.
    if (network && why !== "net::ERR_ABORTED") faults.push(`${request.url()} failed: ${why}`);
  });
  page.on("response", (response) => {
    const status = response.status();
    if (status >= 400 && !allowed.has(status)) faults.push(`${response.url()} answered ${status}`);
  });
  return {
    faults,
    allowStatus: (status) => void allowed.add(status),
    allowNoNetwork: () => {
      network = false;
    },
  };
}
