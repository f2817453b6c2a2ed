import { getDepartureCertificate } from "@besunny/core/platform/departures/get-departure-certificate";
import { listDepartures } from "@besunny/core/platform/departures/list-departures";
import { changePersonRole } from "@besunny/core/platform/people/change-person-role";
import { createWorkspace } from "@besunny/core/platform/people/create-workspace";
import { endSessions } from "@besunny/core/platform/people/end-sessions";
import { getPerson } from "@besunny/core/platform/people/get-person";
import { getPlatformWorkspace } from "@besunny/core/platform/people/get-platform-workspace";
import { invitePerson } from "@besunny/core/platform/people/invite-person";
import { listPeople } from "@besunny/core/platform/people/list-people";
import { listWorkspaces } from "@besunny/core/platform/people/list-workspaces";
import { resetPersonPassword } from "@besunny/core/platform/people/reset-person-password";
import { resumePerson } from "@besunny/core/platform/people/resume-person";
import { resumeWorkspace } from "@besunny/core/platform/people/resume-workspace";
import { suspendPerson } from "@besunny/core/platform/people/suspend-person";
import { suspendWorkspace } from "@besunny/core/platform/people/suspend-workspace";

import { changeRate } from "@besunny/core/platform/rates/change-rate";
import { listRates } from "@besunny/core/platform/rates/list-rates";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const adminWorkspacesRouter = router({
  list: platformQuery(listWorkspaces),
  get: platformQuery(getPlatformWorkspace),
  create: platformMutation(createWorkspace),
  suspend: platformMutation(suspendWorkspace),
  resume: platformMutation(resumeWorkspace),
  departures: platformQuery(listDepartures),
  certificate: platformQuery(getDepartureCertificate),
  invite: platformMutation(invitePerson),
  changeRole: platformMutation(changePersonRole),
  rates: platformQuery(listRates),
  changeRate: platformMutation(changeRate),
});

export const adminPeopleRouter = router({
  list: platformQuery(listPeople),
  get: platformQuery(getPerson),
  suspend: platformMutation(suspendPerson),
  resume: platformMutation(resumePerson),
  endSessions: platformMutation(endSessions),
  resetPassword: platformMutation(resetPersonPassword),
});
