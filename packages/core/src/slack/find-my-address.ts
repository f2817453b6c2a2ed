import { z } from "zod";

import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { query } from "../operation/query";

/** Returns the address with which the caller signs in. */
export const findMyAddress = query("slack.find-my-address", {
  title: "Find the address to look for in Slack",
  permission: "notice.read",
  input: z.object({}),
  output: z.object({ email: z.string() }),
  doors: [],

  async handle({ members, actor }) {
    const { id } = personOf(actor);
    const me = (await members.list()).find(({ userId }) => userId === id);
    return { email: me?.user.email ?? notFound("Member", id) };
  },
});
