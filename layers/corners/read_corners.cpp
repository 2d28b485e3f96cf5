// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/read_corners.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/core/error.hpp"
#include "layers/corners/baopan.hpp"
#include "layers/corners/cell_lines.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/plain_signs.hpp"
#include "layers/corners/printed_list.hpp"
#include "layers/corners/region_string.hpp"
#include "layers/corners/register_table.hpp"
#include "layers/corners/thousands.hpp"

namespace redline {
namespace {

constexpr int LINES_SHOWN = 5;

}  // namespace

CornerList read_corners(std::string_view bytes, std::string const& shown, std::string const& encoding) {
  auto text = decode_lines(bytes, encoding, shown);
  auto const layer = std::filesystem::path(shown).stem().string();
  if (std::all_of(text.lines.begin(), text.lines.end(), [](auto const& l) { return trimmed_text(l).empty(); }))
    throw Error(ErrorKind::input, "corner.empty", {shown});
  std::transform(text.lines.begin(), text.lines.end(), text.lines.begin(),
                 [](std::string const& line) { return without_thousands(with_plain_signs(line)); });
  CornerList list;
  list.shown = shown;
  list.encoding = text.encoding;
  list.findings.push_back(encoding_finding(layer, text.encoding));
  if (looks_like_baopan(text.lines))
    parse_baopan(text.lines, layer, list);
  else if (looks_like_region_strings(text.lines))
    parse_region_strings(text.lines, layer, list);
  else if (looks_like_register(text.lines))
    parse_register(text.lines, layer, list);
  else if (looks_like_printed_list(text.lines))
    parse_printed_list(text.lines, layer, list);
  else
    throw Error(ErrorKind::input, looks_like_lone_cells(text.lines) ? "corner.cells_apart" : "corner.form_unknown",
                {shown});
  return list;
}

bool is_corner_table(std::string_view bytes, std::string const& encoding) {
  auto const text = decode_lines(bytes, encoding, "");
  return looks_like_baopan(text.lines) || has_corner_heading(text.lines) || looks_like_register(text.lines);
}

void refuse_failed_lines(CornerList const& list, Language language, bool spare_parcels) {
  if (spare_parcels && list.only_parcels_failed && (!list.parcels.empty() || list.failed_parcels.size() > 1)) return;
  std::string said;
  int failed = 0;
  for (std::size_t i = 0; i < list.lines.size(); ++i) {
    if (list.lines[i].fate != Fate::failed) continue;
    if (++failed > LINES_SHOWN) continue;
    said += "\n  " + render(Message{"corner.at_line", {std::to_string(i + 1)}}, language) +
            render(list.lines[i].why, language);
  }
  if (failed > 0) throw Error(ErrorKind::input, "corner.lines_failed", {list.shown, std::to_string(failed), said});
  if (list.parcels.empty()) throw Error(ErrorKind::input, "corner.empty", {list.shown});
}

}  // namespace redline
