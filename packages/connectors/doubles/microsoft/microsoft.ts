import type { Answer, Asked, Manner } from "../serving/asked";
import type { World } from "../world";
import { offsetPage, one, type Settings, trouble } from "./answers";
import { calendarRoutes } from "./calendars";
import { driveRoutes } from "./drives";
import { mailRoutes } from "./mail";
import { meetingRoutes, userIdOf } from "./meetings";
import { createSubscriptions, type Subscriptions } from "./subscriptions";

export type MicrosoftDouble = {
  manner: Manner;
  subscriptions: Subscriptions;
  /** Forgets all links of listings that were given so far. */
  expireLinks(): void;
  /** Grants the policy for meetings to these organisers alone. */
  grantPolicyTo(organisers: string[] | null): void;
};

/** Returns the double of Microsoft Graph: files, mail, calendars and transcripts of the world's people. */
export function createMicrosoftDouble(
  world: World,
  { pageSize = 200 }: { pageSize?: number } = {},
): MicrosoftDouble {
  const settings: Settings = {
    pageSize,
    oldestLink: 0,
    links: 0,
    rounds: new Map(),
    policyFor: null,
  };
  const subscriptions = createSubscriptions(world);
  const expireLinks = () => {
    settings.oldestLink = settings.links + 1;
  };
  const manner: Manner = {
    service: "microsoft",
    trouble,
    controls: { expireMicrosoftLinks: expireLinks, notifyMicrosoft: subscriptions.notify },
    routes: [
      { method: "GET", path: "/v1.0/me", answer: me },
      {
        method: "GET",
        path: "/v1.0/groups/:group/transitiveMembers/microsoft.graph.user",
        answer: (asked) => members(asked, settings),
      },
      ...driveRoutes(settings),
      ...mailRoutes(settings),
      ...calendarRoutes(settings),
      ...meetingRoutes(settings),
      ...subscriptions.routes,
    ],
  };
  return {
    manner,
    subscriptions,
    expireLinks,
    grantPolicyTo: (organisers) => {
      settings.policyFor = organisers?.map(userIdOf) ?? null;
    },
  };
}

const userJson = (address: string) => ({
  id: userIdOf(address),
  mail: address,
  userPrincipalName: address,
});

const me = (asked: Asked): Answer => one("User", userJson(asked.caller?.address ?? ""), asked);

function members(asked: Asked, settings: Settings): Answer {
  const group = asked.world.groups.get(asked.params.group ?? "");
  if (!group) return trouble("not-found", 404);
  return offsetPage("User", group.members.map(userJson), asked, settings);
}
