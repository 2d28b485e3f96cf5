// SPDX-License-Identifier: Apache-2.0
#include "layers/read/csv_text.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <utility>

#include "engine/core/error.hpp"
#include "layers/read/csv_quotes.hpp"
#include "layers/read/csv_titles.hpp"
#include "layers/read/line_blocks.hpp"

namespace redline {
namespace {

std::string head(std::string const& path) {
  std::string out(3, '\0');
  auto* const f = VSIFOpenL(path.c_str(), "rb");
  if (!f) throw Error(ErrorKind::input, "read.unreadable", {path});
  out.resize(VSIFReadL(out.data(), 1, 3, f));
  VSIFCloseL(f);
  return out;
}

Encoding decide(std::string const& path, std::string const& given) {
  auto const mark = head(path);
  if (mark == "\xEF\xBB\xBF") return {"UTF-8", "encoding.byte_order_mark"};
  if (mark.rfind("\xFF\xFE", 0) == 0 || mark.rfind("\xFE\xFF", 0) == 0) return {"UTF-16", "encoding.byte_order_mark"};
  if (!given.empty()) return {canonical_encoding(given).empty() ? given : canonical_encoding(given), "encoding.given"};
  TextSample sample;
  each_block(path, [&](std::string_view block) { sample.add(block); });
  return sample.decide();
}

void copy_as_utf8(std::string const& path, std::string const& encoding, std::string missing, MemoryFile& out,
                  CsvQuotes& quotes) {
  std::size_t done = 0;
  auto const take = [&](std::string_view block) {
    auto text = to_utf8(block, encoding);
    if (!text) throw Error(ErrorKind::input, "read.bad_encoding", {path, encoding, std::to_string(done)});
    done += block.size();
    add_to_first_line(*text, std::exchange(missing, {}));
    out.append(quotes.mend(*text));
  };
  if (encoding != "UTF-16") return each_block(path, take);
  std::string whole;  // a line end of UTF-16 cannot be found by bytes
  each_block(path, [&](std::string_view block) { whole += block; });
  take(whole);
}

std::string in_place(std::string const& path) {
  return CPLString(CPLGetExtension(path.c_str())).tolower() == "csv" ? path : "CSV:" + path;
}

}  // namespace

CsvText csv_as_utf8(std::string const& path, std::string const& given) {
  CsvText out{path, decide(path, given), 0, nullptr};
  CsvQuotes quotes;
  auto const missing = out.encoding.name == "UTF-16" ? std::string{} : separators_missing(path);
  if (out.encoding.name == "UTF-8") each_block(path, [&](std::string_view block) { quotes.mend(block); });
  if (out.encoding.name == "UTF-8" && quotes.strays() == 0 && missing.empty()) {
    out.path = in_place(path);
  } else {
    quotes = {};
    out.memory = std::make_shared<MemoryFile>(path);
    copy_as_utf8(path, out.encoding.name, missing, *out.memory, quotes);
    out.memory->close();
    out.path = out.memory->path();
  }
  if (quotes.open_since() > 0)
    throw Error(ErrorKind::input, "read.open_quote", {path, std::to_string(quotes.open_since())});
  out.stray_quotes = quotes.strays();
  return out;
}

}  // namespace redline
