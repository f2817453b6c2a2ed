import { z } from "zod";

import { personOf } from "../access/person-of";
import { AppError, conflict, notFound } from "../errors";
import { flow } from "../operation/flow";
import { secret } from "../operation/secret";
import { nothing } from "../shapes";
import { InstallState, stateOf, tokenOf } from "./contract/slack";
import { keepInstall } from "./keep-install";

/** Ends an installation: exchanges the code that the admin brings back. Throws `CONFLICT` unless the same session began it, in time. */
export const finishInstalling = flow("slack.finish-installing", {
  title: "Finish connecting Slack",
  permission: "slack.manage",
  input: z.object({
    code: secret(z.string().min(1).max(500)),
    sealedState: secret(z.string().min(1).max(2_000)),
  }),
  output: nothing,
  doors: ["web"],
  uses: ["slack", "sealer"],
  audit: { notAudited: "Keeping the Slack records it." },

  async handle({ caller, actor, workspaceId, slack, sealer, clock }, { code, sealedState }) {
    const { id, via } = personOf(actor);
    const state = opened(() =>
      sealer.open(Buffer.from(sealedState, "base64url"), stateOf(workspaceId)),
    );
    const isTheirs = state.userId === id && state.sessionId === via.id;
    if (!isTheirs || state.until < clock().getTime())
      conflict("This was begun elsewhere, or too long ago", "Connect Slack again.");
    const answer = await slack.install(code);
    if (answer.trouble !== null)
      throw new AppError("PROVIDER_UNAVAILABLE", `Slack answered: ${answer.said}`, {
        hint: "Connect Slack again.",
      });
    const { token, ...team } = answer.value;
    await keepInstall(caller, { ...team, sealed: sealer.seal(token, tokenOf(workspaceId)) });
  },
});

function opened(open: () => string): z.infer<typeof InstallState> {
  try {
    return InstallState.parse(JSON.parse(open()));
  } catch {
    return notFound("Installation of Slack", "that was begun here");
  }
}
