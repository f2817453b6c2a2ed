import { beginInstalling } from "@besunny/core/slack/begin-installing";
import { beginLinking } from "@besunny/core/slack/begin-linking";
import { disconnectSlack } from "@besunny/core/slack/disconnect-slack";
import { getSlack } from "@besunny/core/slack/get-slack";
import { unlinkMe } from "@besunny/core/slack/unlink-me";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const slackRouter = router({
  get: query(getSlack),
  install: mutation(beginInstalling),
  disconnect: mutation(disconnectSlack),
  link: mutation(beginLinking),
  unlink: mutation(unlinkMe),
});
