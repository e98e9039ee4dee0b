package dev.signet.e2e.interop.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.e2e.world.Project;
import dev.signet.testing.CommandLine;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A JavaScript library, run by Node through a script of {@code e2e-tests/peers}. */
public final class NodeLibrary implements Peer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCRIPTS = Project.root().resolve("e2e-tests/peers");

  private final Parties parties;
  private final String script;
  private final String name;

  private NodeLibrary(Parties parties, String script, String name) {
    this.parties = parties;
    this.script = script;
    this.name = name;
  }

  public static NodeLibrary forge(Parties parties) {
    return new NodeLibrary(parties, "forge.js", "node-forge");
  }

  public static NodeLibrary pkijs(Parties parties) {
    return new NodeLibrary(parties, "pkijs.js", "PKI.js");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] decrypt(byte[] message, Party recipient) throws Refusal {
    return call(own("decrypt", recipient).put("cms", Message.cms(message)));
  }

  @Override
  public void verify(byte[] message, Party signer) throws Refusal {
    ObjectNode request = JSON.createObjectNode().put("operation", "verify");
    request.put("cms", Message.cms(message));
    request.put("anchor", parties.authority().certificateDer());
    if (Message.detached(message)) {
      request.put("detachedContent", Message.content(message));
    }
    call(request);
  }

  @Override
  public byte[] encrypt(byte[] entity, Encryption form, List<Party> recipients) throws Refusal {
    ObjectNode request = JSON.createObjectNode().put("operation", "encrypt");
    request.put("content", entity).put("cipher", form.cipher()).put("oaep", form.oaep());
    for (Party recipient : recipients) {
      request.withArray("recipients").add(recipient.certificate());
    }
    byte[] cms = call(request);
    return Message.from(recipients.get(0), Message.pkcs7Mime("enveloped-data", cms));
  }

  @Override
  public byte[] sign(byte[] entity, Signature form, Party signer) throws Refusal {
    ObjectNode request = own("sign", signer).put("content", entity).put("digest", form.digest());
    request.put("scheme", form.pss() ? "pss" : signer.rsa() ? "rsa" : signer.key());
    byte[] cms = call(request.put("detached", !form.opaque()));
    return Message.from(
        signer,
        form.opaque()
            ? Message.pkcs7Mime("signed-data", cms)
            : Message.multipartSigned(entity, cms, form.digest()));
  }

  private static ObjectNode own(String operation, Party party) {
    return JSON.createObjectNode()
        .put("operation", operation)
        .put("certificate", party.certificate())
        .put("key", party.identity().pkcs8());
  }

  private byte[] call(ObjectNode request) throws Refusal {
    try {
      byte[] answer =
          CommandLine.run(SCRIPTS, JSON.writeValueAsBytes(request), List.of("node", "./" + script));
      JsonNode read = JSON.readTree(new String(answer, java.nio.charset.StandardCharsets.UTF_8));
      if (read.has("refusal")) {
        throw new Refusal(read.get("refusal").asText());
      }
      return Base64.getDecoder().decode(read.get("bytes").asText());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
