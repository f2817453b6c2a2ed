import { z } from "zod";

import { roles } from "../../access/actions";
import { notFound } from "../../errors";
import { apps } from "../../identity/contract";
import { platformQuery } from "../../operation/platform";
import { ofPerson, PlatformPersonDetail } from "./contract";

/** Returns a person with their places and the sessions that have not ended. */
export const getPerson = platformQuery("platform.get-person", {
  title: "Get a person",
  permission: "platform.read",
  input: ofPerson,
  output: PlatformPersonDetail,
  doors: ["admin"],

  async handle({ db, clock }, { id }) {
    const { people } = db.platform;
    const found = (await people.find(id)) ?? notFound("Person", id);
    const [memberships, sessions] = await Promise.all([
      people.listMemberships(id),
      people.listSessions(id, clock()),
    ]);
    return {
      ...found,
      memberships: memberships.map((each) => ({ ...each, role: z.enum(roles).parse(each.role) })),
      sessions: sessions.map((each) => ({ ...each, app: z.enum(apps).parse(each.app) })),
    };
  },
});
