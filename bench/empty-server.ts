import Fastify from "fastify";

/** The framework with nothing in it: the same method and body, an answer of as many bytes as asked for. */
const app = Fastify();
const answers = new Map<number, string>();

function answerOf(bytes: number): string {
  const known = answers.get(bytes);
  if (known !== undefined) return known;
  const answer = JSON.stringify({ text: "x".repeat(Math.max(0, bytes - '{"text":""}'.length)) });
  answers.set(bytes, answer);
  return answer;
}

app.route<{ Params: { bytes: string } }>({
  method: ["GET", "POST", "PUT"],
  url: "/:bytes",
  handler: (request, reply) =>
    reply.type("application/json").send(answerOf(Number(request.params.bytes))),
});

const address = await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`The empty server is ready at ${address}\n`);
