package dev.signet.wasm.browser;

import dev.signet.cases.EngineUnderTest;
import dev.signet.conformance.Platform;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.wire.AnswerReader;
import dev.signet.engine.port.wire.AskWriter;
import dev.signet.wasm.browser.WasmPage.HostKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The built modules in the page, without the browser's crypto: Bouncy Castle does everything. Asks
 * go to the modules many at a time, since each call through the browser's driver takes
 * milliseconds.
 */
final class WasmPlatform implements Platform {
  /** Bounds the time of one call; the slowest primitives take some hundred milliseconds. */
  private static final int ASKS_IN_A_CALL = 100;

  private final WasmPage page;
  private boolean started;

  WasmPlatform(WasmPage page) {
    this.page = page;
  }

  @Override
  public String name() {
    return "wasm";
  }

  /** Engines of one worker: setting one up forgets the one before. */
  @Override
  public EngineUnderTest.Factory engines() {
    return (anchors, revocationOff) -> {
      if (!started) {
        page.start(HostKind.MEMORY_ONLY);
        started = true;
      }
      return WasmEngine.inRunningWorker(page, HostKind.MEMORY_ONLY, anchors, revocationOff);
    };
  }

  @Override
  public List<Answer> answer(List<Ask<?>> asks) {
    List<Answer> answers = new ArrayList<>();
    for (int from = 0; from < asks.size(); from += ASKS_IN_A_CALL) {
      answers.addAll(call(asks.subList(from, Math.min(asks.size(), from + ASKS_IN_A_CALL))));
    }
    return answers;
  }

  private List<Answer> call(List<Ask<?>> asks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Ask<?> ask : asks) {
      List<Bulk> items = AskWriter.write(ask, HeapBulk::new);
      out.write(ask.rare() ? 1 : 0);
      out.writeBytes(number(items.size()));
      for (Bulk item : items) {
        out.writeBytes(number(item.length()));
        out.writeBytes(item.read());
      }
    }
    ByteBuffer in = ByteBuffer.wrap(page.answerAll(out.toByteArray()));
    List<Answer> answers = new ArrayList<>();
    for (Ask<?> ask : asks) {
      List<Bulk> items = new ArrayList<>();
      for (int left = in.getInt(); left > 0; left--) {
        byte[] item = new byte[in.getInt()];
        in.get(item);
        items.add(new HeapBulk(item));
      }
      answers.add(AnswerReader.read(ask, items));
    }
    return answers;
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
