import ipaddr from "ipaddr.js";

/** The error for an address that people gave and that BeSunny does not dial. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

/** Says which addresses may be dialled, beside those of the public network. */
export type AddressGuard = {
  /** Returns whether the operator trusts this host by its name, wherever the name leads. */
  trustsHost(host: string): boolean;
  allows(address: string): boolean;
};

/** Public by their number, and yet answered by the machine's own cloud. */
const ofClouds = new Set(["168.63.129.16"]);
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Returns the guard for addresses that people give. `allowList` is the operator's: networks (`10.1.0.0/16`), addresses and host names of
 * the own network. Everything else must be public unicast.
 */
export function createAddressGuard(allowList: readonly string[] = []): AddressGuard {
  const networks = allowList.flatMap(readNetwork);
  const hosts = new Set(
    allowList.filter((entry) => readNetwork(entry).length === 0).map((name) => name.toLowerCase()),
  );
  return {
    trustsHost: (host) => hosts.has(host.toLowerCase().replace(/\.$/, "")),
    allows(address) {
      if (!ipaddr.isValid(address)) return false;
      const read = ipaddr.process(address);
      const isListed = networks.some(([base, bits]) => isWithin(read, base, bits));
      return isListed || isPublicUnicast(address);
    },
  };
}

/**
 * Returns whether the address is one of the public network. An IPv4 address within an IPv6 one counts as itself. Forms that tunnel elsewhere are
 * not public.
 */
export function isPublicUnicast(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  if (read instanceof ipaddr.IPv4) {
    return read.range() === "unicast" && !ofClouds.has(read.toString());
  }
  if (read.match(nat64)) {
    return isPublicUnicast(ipaddr.fromByteArray(read.toByteArray().slice(-4)).toString());
  }
  return read.range() === "unicast" && read.match(globalUnicast);
}

type Address = ReturnType<typeof ipaddr.process>;

function readNetwork(entry: string): [Address, number][] {
  if (ipaddr.isValidCIDR(entry)) return [ipaddr.parseCIDR(entry)];
  if (!ipaddr.isValid(entry)) return [];
  const address = ipaddr.process(entry);
  return [[address, address.kind() === "ipv4" ? 32 : 128]];
}

function isWithin(address: Address, base: Address, bits: number): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}
