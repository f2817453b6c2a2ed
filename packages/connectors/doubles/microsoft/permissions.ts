import type { Permission } from "@microsoft/microsoft-graph-types";

import type { World, WorldDrive, WorldFile, WorldGrant } from "../world";
import { foldersAbove } from "./items";

/** Returns the permissions of an item: its own, those that it inherits, and those of the owners of the drive. */
export function permissionsOf(world: World, drive: WorldDrive, file: WorldFile): Permission[] {
  const owners = drive.owner ? [drive.owner] : drive.members;
  const inherited = foldersAbove(world, file).flatMap(({ id, grants }) =>
    grants.map((grant) => ({
      ...permissionOf(world, grant),
      inheritedFrom: { driveId: drive.id, id },
    })),
  );
  return [
    ...owners.map((address) => permissionOf(world, { kind: "user", address }, "owner")),
    ...inherited,
    ...file.grants.map((grant) => permissionOf(world, grant)),
  ];
}

/** People of the tenant come with the name that they sign in with, and no address beside it. */
function permissionOf(world: World, grant: WorldGrant, role = "read"): Permission {
  if (grant.kind === "anyone") {
    return { id: "link-anonymous", roles: [role], link: { scope: "anonymous", type: "view" } };
  }
  if (grant.kind === "domain") {
    return {
      id: "link-organization",
      roles: [role],
      link: { scope: "organization", type: "view" },
    };
  }
  if (grant.kind === "group") {
    const displayName = world.groups.get(grant.ref)?.name ?? "";
    const grantedToV2 = { group: { id: grant.ref, displayName } };
    return { id: `group-${grant.ref}`, roles: [role], grantedToV2 };
  }
  const displayName = world.people.get(grant.address)?.name ?? grant.address;
  const siteUser = { id: "7", displayName, loginName: `i:0#.f|membership|${grant.address}` };
  const user = { id: `user-${grant.address}`, displayName };
  return { id: `user-${grant.address}`, roles: [role], grantedToV2: { user, siteUser } };
}
