import { ensureSigner } from "#features/people/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import * as queries from "./signers.queries.ts";

type Chosen = Outcome<string, Refusal<"unknown_choice" | "address_taken">>;

/** Somebody of the employer's side, known or new, who from now on may open what they are asked to sign. */
export async function chooseEmployer(
  tx: Tx,
  placement: queries.Place,
  signer: queries.Signer,
): Promise<Chosen> {
  if ("personId" in signer) {
    const known = await queries.listEmployerSigners(tx, placement);
    if (!known.some(({ id }) => id === signer.personId)) {
      return refuse("unknown_choice", { choice: "employer" });
    }
    await ensureSigner(tx, placement.provider_id, signer.personId);
    return accept(signer.personId);
  }
  const id = await queries.findOrAddSigner(tx, "employer", placement, signer);
  if (id === null) return refuse("address_taken");
  await queries.seatSigner(tx, placement, id, signer.title);
  await ensureSigner(tx, placement.provider_id, id);
  return accept(id);
}

export async function chooseGuardian(
  tx: Tx,
  placement: queries.PlaceOfStudent,
  signer: queries.Signer,
): Promise<Chosen> {
  if ("personId" in signer) {
    const known = await queries.listGuardians(tx, placement);
    if (!known.some(({ id }) => id === signer.personId)) {
      return refuse("unknown_choice", { choice: "guardian" });
    }
    await ensureSigner(tx, placement.provider_id, signer.personId);
    return accept(signer.personId);
  }
  const id = await queries.findOrAddSigner(tx, "guardian", placement, signer);
  if (id === null) return refuse("address_taken");
  await queries.keepGuardian(tx, placement, id);
  await ensureSigner(tx, placement.provider_id, id);
  return accept(id);
}
