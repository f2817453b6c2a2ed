import { type HookCall, type HookNotice, isSameSecret, objectIn } from "../hooks";

type Told = { clientState?: unknown; lifecycleEvent?: unknown };

/** Understands a call of Microsoft Graph. `secret` is the one that the watch was made with. Answer it with 202 within three seconds. */
export function hearMicrosoft(call: HookCall, secret: string): HookNotice {
  const word = call.query.get("validationToken");
  if (word !== null) return { kind: "prove", text: word };
  const told = objectIn(call.body)?.value;
  if (!Array.isArray(told) || told.length === 0) return { kind: "refused" };
  const notices: Told[] = told;
  const isOurs = ({ clientState }: Told) =>
    typeof clientState === "string" && isSameSecret(clientState, secret);
  if (!notices.every(isOurs)) return { kind: "refused" };
  return { kind: "look", accounts: null, watch: watchAfter(notices) };
}

function watchAfter(notices: readonly Told[]): "fine" | "ending" | "ended" {
  if (notices.some(({ lifecycleEvent }) => lifecycleEvent === "subscriptionRemoved"))
    return "ended";
  const isEnding = ({ lifecycleEvent }: Told) => lifecycleEvent === "reauthorizationRequired";
  return notices.some(isEnding) ? "ending" : "fine";
}
