import type { Health } from "@besunny/core/health";

const headers = { "cache-control": "no-store" };

/** `/readyz`: what the process works with and how each goes; 503 when something that it needs does not answer. */
export async function answerReadiness(findHealth: () => Promise<Health>): Promise<Response> {
  try {
    const health = await findHealth();
    const { isReady, checks } = await health();
    const status = isReady ? "ready" : "not ready";
    return Response.json({ status, checks }, { status: isReady ? 200 : 503, headers });
  } catch {
    return Response.json({ status: "not ready", checks: {} }, { status: 503, headers });
  }
}

/** `/healthz`: the process answers. Whatever else is away, ending and starting it again would mend nothing. */
export function answerLiveness(): Response {
  return Response.json({ status: "ok" }, { headers });
}
