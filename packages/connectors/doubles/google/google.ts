import { oauthDouble } from "../oauth";
import type { Manner } from "../serving/asked";
import type { TokenBook } from "../serving/tokens";
import type { World } from "../world";
import { calendarDouble } from "./calendar";
import { driveDouble } from "./drive";
import { gmailDouble } from "./gmail";
import { tokenInfoDouble } from "./tokeninfo";

/** All of Google that this world has: sign-in, Drive, Gmail and Calendar. */
export function googleDoubles({ world, tokens }: { world: World; tokens: TokenBook }): Manner[] {
  return [
    tokenInfoDouble(),
    oauthDouble({ world, tokens, service: "google" }),
    driveDouble(world),
    gmailDouble(world),
    calendarDouble(world),
  ];
}
