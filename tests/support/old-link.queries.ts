import pg from "pg";
import { startEmbedded } from "#server/database/embedded.ts";
import { hashToken } from "#server/secrets.ts";

/** Lets a personal link's time run out yesterday; nobody can wait a month for it. */
export async function letExpire(link: string): Promise<void> {
  const token = /^\/l\/([^?]+)/.exec(link)?.[1] ?? "";
  const dataDir = process.env.KISALLI_JOURNEYS_DATA ?? "";
  const cluster = await startEmbedded({ dataDir, log: () => undefined });
  const client = new pg.Client({ connectionString: cluster.url });
  try {
    await client.connect();
    const { rowCount } = await client.query(
      `update personal_link set created_at = created_at - interval '60 days',
         expires_at = now() - interval '1 day' where token_hash = $1`,
      [hashToken(token)],
    );
    if (rowCount !== 1) throw new Error("no such link");
  } finally {
    await client.end();
    await cluster.stop();
  }
}
