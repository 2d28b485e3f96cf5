// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/stored_rows.hpp"

#include <string>
#include <vector>

#include "engine/overlay/pipeline.hpp"

namespace redline {
namespace {

constexpr std::size_t ROWS = 1024, BYTES = 1 << 20;  // of one batch, whichever comes first
constexpr int THREADS = 2;

struct Batch {
  std::string bytes;
  std::vector<std::uint32_t> ends{0};
};

std::vector<Batch> next(Statement& query, int columns, bool& more) {
  Batch out;
  for (std::size_t row = 0; more && row < ROWS && out.bytes.size() < BYTES; ++row) {
    more = query.step();
    for (int i = 0; more && i < columns; ++i) {
      out.bytes += query.column_bytes(i);
      out.ends.push_back(static_cast<std::uint32_t>(out.bytes.size()));
    }
  }
  std::vector<Batch> batches;
  if (out.ends.size() > 1) batches.push_back(std::move(out));
  return batches;
}

}  // namespace

void each_stored_row(Statement& query, int columns, std::function<void(StoredRowText const&)> const& take) {
  bool more = true;
  ordered_pipeline<Batch, Batch>(
      THREADS, [&] { return next(query, columns, more); }, [](Batch& batch) { return std::move(batch); },
      [&](Batch const& batch) {
        for (std::size_t at = 0; at + 1 < batch.ends.size(); at += static_cast<std::size_t>(columns))
          take(StoredRowText(batch.bytes.data(), batch.ends.data() + at));
      });
}

}  // namespace redline
