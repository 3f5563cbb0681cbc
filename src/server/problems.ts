import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { Problem } from "#shared/route.contract.ts";

/** Thrown at the edge only (no session, no right to call); deeds return refusals as values. */
export class EdgeRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown> | undefined;

  constructor(status: number, code: string, params?: Record<string, unknown>) {
    super(code);
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

export function sendProblem(
  reply: FastifyReply,
  status: number,
  code: string,
  more: Partial<Problem> = {},
): FastifyReply {
  const body: Problem = { type: `/problems/${code}`, status, code, ...more };
  return reply.status(status).type("application/problem+json").send(JSON.stringify(body));
}

/** The one error handler: known refusals keep their code, anything else is a bug and says only its request id. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof EdgeRefusal) {
    return sendProblem(
      reply,
      error.status,
      error.code,
      error.params ? { params: error.params } : {},
    );
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((issue) => ({
      path: `${error.validationContext ?? "body"}${issue.instancePath}`,
      code: issue.keyword,
    }));
    return sendProblem(reply, 400, "malformed", { issues });
  }
  const known = KNOWN[error.code] ?? (error.statusCode === 429 ? "too_many_requests" : undefined);
  if (known !== undefined) return sendProblem(reply, error.statusCode ?? 400, known);
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return sendProblem(reply, error.statusCode, "malformed");
  }
  request.log.error({ err: error }, "bug");
  return sendProblem(reply, 500, "internal", { requestId: request.id });
}

const KNOWN: Record<string, string | undefined> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "media_type",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformed",
  FST_REQ_FILE_TOO_LARGE: "body_too_large",
};
