// Reading, working and writing as one bounded line: read() gives the next batch (empty: the end) from one thread at a
// time, work() runs on any thread, write() receives the results in the order of reading, from one thread at a time. At
// most `in_flight` batches exist at once, so memory does not grow with the input. The first exception of any stage
// stops the line and is thrown.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <memory>
#include <utility>
#include <vector>

#include "engine/core/interrupt.hpp"

namespace redline {

template <class In, class Out, class Read, class Work, class Write>
void ordered_pipeline(int threads, Read read, Work work, Write write) {
  using Batch = std::shared_ptr<std::vector<In>>;
  using Results = std::shared_ptr<std::vector<Out>>;
  auto const in_flight = static_cast<std::size_t>(threads) * 4;
  tbb::task_arena arena(threads);  // oneTBB loses the token of a stage that throws, so each stage empties its own first
  arena.execute([&] {
    tbb::parallel_pipeline(
        in_flight, tbb::make_filter<void, Batch>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
                     throw_if_interrupted();
                     auto batch = std::make_shared<std::vector<In>>(read());
                     if (batch->empty()) control.stop();
                     return batch;
                   }) & tbb::make_filter<Batch, Results>(tbb::filter_mode::parallel, [&](Batch&& token) {
                     auto const batch = std::move(token);
                     auto results = std::make_shared<std::vector<Out>>();
                     results->reserve(batch->size());
                     for (auto& item : *batch) results->push_back(work(item));
                     return results;
                   }) & tbb::make_filter<Results, void>(tbb::filter_mode::serial_in_order, [&](Results&& token) {
                     auto const results = std::move(token);
                     for (auto& result : *results) write(std::move(result));
                   }));
  });
}

}  // namespace redline
