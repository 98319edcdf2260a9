package cz.okenko.knowledge.store;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.Desk;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class IdsTest {

  @Test
  void ids_of_one_millisecond_grow_and_never_meet() {
    Ids ids = new Ids(Desk.CLOCK);

    long[] made = LongStream.generate(ids::next).limit(20_000).toArray();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }
}
