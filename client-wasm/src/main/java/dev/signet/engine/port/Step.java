package dev.signet.engine.port;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An operation of the engine: ended with a value, ended with an error, or waiting for answers.
 *
 * <p>It is immutable and does nothing by itself. A driver takes the {@link #asks()}, answers all of
 * them (in any order, at the same time where it can) and calls {@link #resume}; to give up it just
 * forgets the step. Exceptions thrown by a continuation end the operation: a {@link SmimeException}
 * as it is, anything else as {@code INTERNAL_ERROR}.
 *
 * @param <T> what the operation results in
 */
public abstract class Step<T> {
  private Step() {}

  /** Ended with a value. */
  public static <T> Step<T> done(T value) {
    return new Done<>(value);
  }

  /** Ended with an error. */
  public static <T> Step<T> failed(SmimeException error) {
    return new Failed<>(error);
  }

  /** Waits for one piece of work. */
  public static <A> Step<A> ask(Ask<A> ask) {
    return new Waiting<>(List.of(ask), answers -> answers.get(0).asStep());
  }

  /** Runs code that may throw, as the first part of an operation. */
  public static <T> Step<T> start(Supplier<Step<T>> code) {
    try {
      return code.get();
    } catch (SmimeException e) {
      return failed(e);
    } catch (RuntimeException | StackOverflowError e) {
      return failed(new SmimeException(ErrorCode.INTERNAL_ERROR, "the engine failed"));
    }
  }

  /** Goes on with the value, once it is there. */
  public abstract <U> Step<U> then(Function<? super T, Step<U>> next);

  /** Goes on after an error, once it is there; a value passes unchanged. */
  public abstract Step<T> recover(Function<SmimeException, Step<T>> next);

  /** The value changed by a function, once it is there. */
  public final <U> Step<U> map(Function<? super T, ? extends U> function) {
    return then(value -> done(function.apply(value)));
  }

  /**
   * All values in order. The steps wait at the same time: what they ask is asked together, round by
   * round. The first error in order is the error of the whole.
   */
  public static <T> Step<List<T>> all(List<Step<T>> steps) {
    List<Ask<?>> asks = new ArrayList<>();
    for (Step<T> step : steps) {
      asks.addAll(step.asks());
    }
    if (asks.isEmpty()) {
      List<T> values = new ArrayList<>();
      for (Step<T> step : steps) {
        if (step instanceof Failed<T> failure) {
          return failed(failure.error);
        }
        values.add(step.result());
      }
      return done(values);
    }
    return new Waiting<>(
        asks,
        answers -> {
          List<Step<T>> resumed = new ArrayList<>();
          int from = 0;
          for (Step<T> step : steps) {
            int to = from + step.asks().size();
            resumed.add(from == to ? step : step.resume(answers.subList(from, to)));
            from = to;
          }
          return all(resumed);
        });
  }

  /** Two values, asked for at the same time, made into one. */
  public static <A, B, T> Step<T> both(
      Step<A> first, Step<B> second, BiFunction<? super A, ? super B, Step<T>> next) {
    List<Step<Object>> steps = List.of(first.map(a -> (Object) a), second.map(b -> (Object) b));
    return all(steps)
        .then(
            values -> {
              @SuppressWarnings("unchecked")
              A a = (A) values.get(0);
              @SuppressWarnings("unchecked")
              B b = (B) values.get(1);
              return next.apply(a, b);
            });
  }

  /** One operation for each item, one after the other. */
  public static <S, T> Step<List<T>> each(Iterable<S> items, Function<S, Step<T>> operation) {
    return each(items.iterator(), operation, new ArrayList<>());
  }

  private static <S, T> Step<List<T>> each(
      Iterator<S> items, Function<S, Step<T>> operation, List<T> values) {
    // A loop while operations end at once, so that many items cannot exhaust the stack.
    while (items.hasNext()) {
      S item = items.next();
      Step<T> step = start(() -> operation.apply(item));
      if (step.waiting()) {
        return step.then(
            value -> {
              values.add(value);
              return each(items, operation, values);
            });
      }
      if (step instanceof Failed<T> failure) {
        return failed(failure.error);
      }
      values.add(step.result());
    }
    return done(values);
  }

  /** Whether answers are missing. */
  public final boolean waiting() {
    return this instanceof Waiting;
  }

  /** What is asked now; empty unless {@link #waiting()}. */
  public List<Ask<?>> asks() {
    return List.of();
  }

  /**
   * Goes on with the answers, in the order of {@link #asks()}.
   *
   * @throws IllegalStateException unless {@link #waiting()}
   */
  public Step<T> resume(List<Answer> answers) {
    throw new IllegalStateException("nothing was asked");
  }

  /**
   * The value.
   *
   * @throws SmimeException the error that the operation ended with
   * @throws IllegalStateException while {@link #waiting()}
   */
  public abstract T result();

  private static final class Done<T> extends Step<T> {
    private final T value;

    Done(T value) {
      this.value = value;
    }

    @Override
    public <U> Step<U> then(Function<? super T, Step<U>> next) {
      return start(() -> next.apply(value));
    }

    @Override
    public Step<T> recover(Function<SmimeException, Step<T>> next) {
      return this;
    }

    @Override
    public T result() {
      return value;
    }
  }

  private static final class Failed<T> extends Step<T> {
    private final SmimeException error;

    Failed(SmimeException error) {
      this.error = error;
    }

    @Override
    public <U> Step<U> then(Function<? super T, Step<U>> next) {
      return failed(error);
    }

    @Override
    public Step<T> recover(Function<SmimeException, Step<T>> next) {
      return start(() -> next.apply(error));
    }

    @Override
    public T result() {
      throw error;
    }
  }

  private static final class Waiting<T> extends Step<T> {
    private final List<Ask<?>> asks;
    private final Function<List<Answer>, Step<T>> next;

    Waiting(List<Ask<?>> asks, Function<List<Answer>, Step<T>> next) {
      this.asks = List.copyOf(asks);
      this.next = next;
    }

    @Override
    public <U> Step<U> then(Function<? super T, Step<U>> after) {
      return new Waiting<>(asks, answers -> resume(answers).then(after));
    }

    @Override
    public Step<T> recover(Function<SmimeException, Step<T>> after) {
      return new Waiting<>(asks, answers -> resume(answers).recover(after));
    }

    @Override
    public List<Ask<?>> asks() {
      return asks;
    }

    @Override
    public Step<T> resume(List<Answer> answers) {
      if (answers.size() != asks.size()) {
        throw new IllegalArgumentException("every ask needs one answer");
      }
      return start(() -> next.apply(answers));
    }

    @Override
    public T result() {
      throw new IllegalStateException("answers are missing");
    }
  }
}
