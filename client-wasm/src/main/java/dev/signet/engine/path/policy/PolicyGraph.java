package dev.signet.engine.path.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph of valid policies (RFC 9618 section 3). At each depth a policy has one node, whatever
 * number of ways leads to it; in the tree of RFC 5280 it has one for each way, so that a few small
 * certificates make it grow beyond measure.
 */
final class PolicyGraph {
  private static final class Node {
    /** Policies of the next certificate that continue this one. */
    private Set<String> expected;

    private final Collection<Node> parents;
    private boolean leadsToTheEnd;

    Node(Set<String> expected, Collection<Node> parents) {
      this.expected = expected;
      this.parents = parents;
    }
  }

  /** For each depth its nodes by their policies. */
  private final List<Map<String, Node>> depths = new ArrayList<>();

  PolicyGraph() {
    depths.add(Map.of(PolicyExtensions.ANY, node(PolicyExtensions.ANY, List.of())));
  }

  private static Node node(String policy, Collection<Node> parents) {
    return new Node(Set.of(policy), parents);
  }

  private Map<String, Node> deepest() {
    return depths.get(depths.size() - 1);
  }

  /** Whether no policy is left that is valid for all certificates so far. */
  boolean empty() {
    return deepest().isEmpty();
  }

  /**
   * Adds a certificate's policies (RFC 5280 section 6.1.3 (d)).
   *
   * @param policies empty where it has none
   * @param any whether its anyPolicy stands for any
   */
  void add(Set<String> policies, boolean any) {
    Map<String, Node> above = deepest();
    Map<String, List<Node>> expecting = new HashMap<>();
    for (Node node : above.values()) {
      for (String policy : node.expected) {
        expecting.computeIfAbsent(policy, key -> new ArrayList<>()).add(node);
      }
    }
    Map<String, Node> nodes = new HashMap<>();
    for (String policy : policies) {
      List<Node> parents = expecting.get(policy);
      if (parents == null && above.containsKey(PolicyExtensions.ANY)) {
        parents = List.of(above.get(PolicyExtensions.ANY));
      }
      if (parents != null && !policy.equals(PolicyExtensions.ANY)) {
        nodes.put(policy, node(policy, parents));
      }
    }
    if (any && policies.contains(PolicyExtensions.ANY)) {
      expecting.forEach(
          (policy, parents) -> nodes.computeIfAbsent(policy, key -> node(policy, parents)));
    }
    depths.add(nodes);
  }

  /** Applies an authority's mappings (RFC 5280 section 6.1.4 (b)). */
  void map(Map<String, Set<String>> mappings) {
    Map<String, Node> nodes = deepest();
    boolean any = nodes.containsKey(PolicyExtensions.ANY);
    mappings.forEach(
        (policy, subjects) -> {
          Node node = nodes.get(policy);
          if (node != null) {
            node.expected = subjects;
          } else if (any) {
            Node parent = depths.get(depths.size() - 2).get(PolicyExtensions.ANY);
            nodes.put(policy, new Node(subjects, List.of(parent)));
          }
        });
  }

  /** Takes out policies that were mapped although mapping is inhibited. */
  void remove(Set<String> policies) {
    deepest().keySet().removeAll(policies);
  }

  /** Whether a policy of those that are acceptable is left, in the words of the anchor's domain. */
  boolean holds(Set<String> acceptable) {
    if (empty()) {
      return false;
    }
    if (acceptable.isEmpty()
        || acceptable.contains(PolicyExtensions.ANY)
        || deepest().containsKey(PolicyExtensions.ANY)) {
      return true;
    }
    return inDomainOfAnchor().stream().anyMatch(acceptable::contains);
  }

  /** Policies right below a node of anyPolicy from which a way leads to the last certificate. */
  private Set<String> inDomainOfAnchor() {
    deepest().values().forEach(node -> node.leadsToTheEnd = true);
    Set<String> policies = new HashSet<>();
    for (int depth = depths.size() - 1; depth > 0; depth--) {
      Node any = depths.get(depth - 1).get(PolicyExtensions.ANY);
      depths
          .get(depth)
          .forEach(
              (policy, node) -> {
                if (node.leadsToTheEnd) {
                  node.parents.forEach(parent -> parent.leadsToTheEnd = true);
                  if (any != null && node.parents.contains(any)) {
                    policies.add(policy);
                  }
                }
              });
    }
    policies.remove(PolicyExtensions.ANY);
    return policies;
  }
}
