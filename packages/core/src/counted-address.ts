import ipaddr from "ipaddr.js";

const BITS_OF_A_NETWORK = 64;

/**
 * Returns the address under which attempts are counted. For IPv6, returns the network of 64 bits, because one customer gets all of it.
 * Returns text that is no address unchanged.
 */
export function countedAddress(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === "ipv4") return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${BITS_OF_A_NETWORK}`)}/${BITS_OF_A_NETWORK}`;
}
