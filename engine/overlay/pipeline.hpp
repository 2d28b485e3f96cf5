// Reading, working and writing as one bounded line: read() gives the next batch (empty: the end) from one thread at a
// time, work() runs on any thread, write() receives the results in the order of reading, from one thread at a time. At
// most `in_flight` batches exist at once, so memory does not grow with the input. The first exception of any stage
// stops the line and is thrown.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "engine/core/interrupt.hpp"

namespace redline {

// The first exception of a line of stages. The line then runs empty instead of being cancelled: oneTBB does not free
// what waits before a serial stage of a cancelled line.
class FirstError {
 public:
  template <class F>
  void guard(F f) {
    if (m_seen.load()) return;
    try {
      f();
    } catch (...) {
      if (!m_seen.exchange(true)) m_error = std::current_exception();
    }
  }
  void rethrow() const {
    if (m_error) std::rethrow_exception(m_error);
  }

 private:
  std::atomic<bool> m_seen = false;
  std::exception_ptr m_error;
};

// What a call gives, made where it is to stand, without a move.
template <class F>
struct InPlace {
  F f;
  operator decltype(std::declval<F&>()())() { return f(); }
};
template <class F>
InPlace(F) -> InPlace<F>;

template <class In, class Out, class Read, class Work, class Write>
void ordered_pipeline(int threads, Read read, Work work, Write write) {
  using Batch = std::shared_ptr<std::vector<In>>;
  using Results = std::shared_ptr<std::vector<Out>>;
  auto const in_flight = static_cast<std::size_t>(threads) * 4;
  FirstError error;
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_pipeline(
        in_flight, tbb::make_filter<void, Batch>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
                     auto batch = std::make_shared<std::vector<In>>();
                     error.guard([&] {
                       throw_if_interrupted();
                       *batch = read();
                     });
                     if (batch->empty()) control.stop();
                     return batch;
                   }) & tbb::make_filter<Batch, Results>(tbb::filter_mode::parallel, [&](Batch const& batch) {
                     auto results = std::make_shared<std::vector<Out>>();
                     error.guard([&] {
                       results->reserve(batch->size());
                       for (auto& item : *batch) results->emplace_back(InPlace{[&] { return work(item); }});
                     });
                     return results;
                   }) & tbb::make_filter<Results, void>(tbb::filter_mode::serial_in_order, [&](Results const& results) {
                     error.guard([&] {
                       for (auto& result : *results) write(std::move(result));
                     });
                   }));
  });
  error.rethrow();
}

}  // namespace redline
