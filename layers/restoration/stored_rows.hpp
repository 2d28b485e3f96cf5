// Rows of a query, read by one thread while another makes something of those before: take(row) is called for each, in
// the order of the query, from one thread at a time. Texts and blobs of a row live until take() returns. Ctrl-C and
// errors of either side end both and are thrown.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "layers/write/sqlite.hpp"

namespace redline {

class StoredRowText {  // columns count from 0; NULL is empty
 public:
  StoredRowText(char const* bytes, std::uint32_t const* ends) : m_bytes(bytes), m_ends(ends) {}
  std::string_view column_text(int i) const { return {m_bytes + m_ends[i], m_ends[i + 1] - m_ends[i]}; }
  std::span<unsigned char const> column_blob(int i) const {
    auto const text = column_text(i);
    return {reinterpret_cast<unsigned char const*>(text.data()), text.size()};
  }

 private:
  char const* m_bytes;
  std::uint32_t const* m_ends;  // of the column before
};

void each_stored_row(Statement& query, int columns, std::function<void(StoredRowText const&)> const& take);

}  // namespace redline
