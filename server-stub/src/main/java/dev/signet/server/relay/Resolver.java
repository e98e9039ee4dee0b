package dev.signet.server.relay;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of names. */
@FunctionalInterface
interface Resolver {
  /** All addresses of a name; may block. */
  InetAddress[] resolve(String name) throws UnknownHostException;
}
