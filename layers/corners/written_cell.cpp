// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/written_cell.hpp"

#include <algorithm>
#include <cctype>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/outline_words.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/plain_signs.hpp"
#include "layers/corners/printed_list.hpp"

namespace redline {
namespace {

using Lines = std::vector<std::string>;
constexpr std::size_t LONGEST_CELL = 200000, FEWEST_COORDINATES = 6, DIGITS = 6;

// Numbers as long as a coordinate: 4940500.00, 83°00′30″.
std::size_t coordinates_in(std::string const& text) {
  std::size_t out = 0, digits = 0;
  for (char const c : text + " ") {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      ++digits;
    } else if (std::string_view(" \n,;)|-~").find(c) != std::string_view::npos || static_cast<signed char>(c) < 0) {
      out += digits >= DIGITS ? 1 : 0;
      digits = 0;
    }
  }
  return out;
}

Lines pieces(std::string text, std::string_view marks) {
  for (char& c : text)
    if (marks.find(c) != std::string_view::npos) c = '\n';
  auto out = split_at(text, "\n");
  std::erase_if(out, [](auto const& s) { return s.empty(); });
  return out;
}

CornerList read(Lines const& lines) {
  CornerList out;
  parse_printed_list(lines, "", out);
  return out;
}

std::size_t corners_in(CornerList const& list) {
  std::size_t out = 0;
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings) out += r.corners.size() + r.passed.size();
  return out;
}

bool reads(CornerList const& list, std::size_t coordinates) {
  return !list.parcels.empty() && !list.has_failed_lines() && 2 * corners_in(list) >= coordinates;
}

std::size_t count_degrees(std::string const& text) {
  std::size_t out = 0;
  for (auto at = text.find("°"); at != std::string::npos; at = text.find("°", at + 1)) ++out;
  return out;
}

}  // namespace

std::optional<CornerList> corners_of_cell(std::string const& cell) {
  auto const text = trimmed_text(replaced(narrow(with_plain_signs(cell)), "\r", "\n"));
  auto const coordinates = coordinates_in(text);
  if (text.size() > LONGEST_CELL || std::max(coordinates, count_degrees(text)) < FEWEST_COORDINATES)
    return std::nullopt;
  std::optional<CornerList> failed;
  for (auto const* marks : {"\n", "\n;", "\n;|", "\n; "}) {
    auto list = read(pieces(text, marks));
    if (reads(list, coordinates)) return list;
    if (list.has_failed_lines() && !failed) failed = std::move(list);
  }
  return failed;
}

bool is_written_cell(std::string const& cell) {
  auto const list = corners_of_cell(cell);
  return list && !list->has_failed_lines();
}

// Of a ring that lacks corners, why it does.
std::optional<Message> failure_of(CornerList const& cell) {
  std::optional<Message> out;
  for (auto const& l : cell.lines)
    if (l.fate == Fate::failed && (!out || out->key == "corner.ring_short")) out = l.why;
  return out;
}

Findings findings_in_line(CornerList const& cell, int line) {
  Findings out;
  auto const at = std::to_string(line);
  for (auto f : cell.findings) {
    bool const of_title = f.code == "corner.parcel_by_title" || f.code == "corner.text_line";
    if (f.args.empty() || (of_title && (f.args.size() < 2 || is_deducted(f.args[1])))) continue;
    f.args[0] = at;
    out.push_back(std::move(f));
  }
  for (auto const& p : cell.parcels)
    if (cell.parcels.size() > 1 && !is_deducted(p.name) && outline_of(p.name) != OutlineOf::unsaid)
      out.push_back({"corner.cell_outlines", Severity::warning, "", "", {at, p.name}});
    else if (is_deducted(p.name))
      out.push_back({"corner.ring_deducted", Severity::info, "", "", {at, p.name}});
  return out;
}

std::vector<CornerRing> rings_in_line(CornerList const& cell, int line) {
  std::vector<CornerRing> out;
  for (auto const& p : cell.parcels)
    for (auto ring : p.rings) {
      for (auto& c : ring.corners) {
        if (ring.guess != Guess::none && c.line == ring.guess_line)
          ring.doubts.push_back({ring.guess == Guess::one ? "corner.ring_one" : "corner.ring_apart", line, c.name});
        c.line = line;
      }
      for (auto& d : ring.doubts) d.line = line;
      ring.guess = Guess::none;
      if (is_deducted(p.name)) ring.said_hole = true;
      out.push_back(std::move(ring));
    }
  return out;
}

}  // namespace redline
