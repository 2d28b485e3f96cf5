// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/group_rows.hpp"

#include <algorithm>
#include <array>

#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_GROUP_ROW = 150;  // bytes
constexpr std::size_t FARTHEST = 24;            // rows looked ahead

// The one text of a row, and in how many cells it stands; none where there are several.
struct Text {
  std::string text;
  std::size_t first = 0, cells = 0;
};

Text only_text(std::vector<std::string> const& cells) {
  Text out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (out.cells > 0 && cells[i] != out.text) return {};
    if (out.cells++ == 0) out.text = cells[i], out.first = i;
  }
  return out;
}

bool is_number(std::string const& text) { return text.find_first_not_of("0123456789.,+-%/ ") == std::string::npos; }

// 核心区 alone: a name of a zone is looked for behind that of a reserve.
bool of_zone(std::string const& name) { return !zone_in_name("保护区" + name).empty(); }

}  // namespace

GroupRows::Heading GroupRows::heading(std::string const& cell) const {
  Heading out{group_heading(cell), ""};
  auto const& text = out.title.text;
  auto const name = text.substr(0, std::min(text.find('('), text.find(':')));
  out.zone = of_zone(name);
  if (m_is_reserve(name))
    out.reserve = name;
  else if (m_is_reserve(text))
    out.reserve = text;
  return out;
}

// The title of a table of its own below: 阿尔金山保护区矿山治理台账, 阿尔金山片区, 保护区外矿山台账. No sentence.
bool GroupRows::take_title(Heading& h) const {
  auto const& text = h.title.text;
  auto const holds = [&](auto const* word) { return text.find(word) != std::string::npos; };
  constexpr std::array SENTENCE{"，", ",", "。", "；", ";"};
  constexpr std::array REMARK{"其中", "以上", "注", "说明", "备注", "不含", "不包括", "根据", "按照", "(注", "(不含"};
  constexpr std::array OUTSIDE{"保护区外", "保护区以外"};
  constexpr std::array AREA{"片区", "片"};
  constexpr std::array TITLE{"表", "台账", "台帐", "清单", "情况", "汇总", "明细"};
  bool const whole =
      !h.reserve.empty() && (h.reserve.ends_with("保护区") || h.reserve.find("保护区") == std::string::npos);
  auto const begins = [&](auto const* word) { return text.starts_with(word); };
  if (!m_reserve_in || whole || std::any_of(REMARK.begin(), REMARK.end(), begins)) return false;
  if (std::any_of(SENTENCE.begin(), SENTENCE.end(), holds)) return false;
  auto named = m_reserve_in(text);
  for (std::string_view const area : AREA)
    if (auto const name = text.substr(0, text.size() - std::min(text.size(), area.size()));
        named.empty() && text.ends_with(area) && m_is_reserve(name))
      named = name;
  if (named.empty() && std::any_of(OUTSIDE.begin(), OUTSIDE.end(), holds)) named = text;
  if (!named.empty()) h.reserve = named, h.table = h.title.rank == 0;
  return !named.empty() && std::any_of(TITLE.begin(), TITLE.end(), [&](auto const* w) { return text.ends_with(w); });
}

std::optional<GroupRows::Heading> GroupRows::plain(TableRow const& row) const {
  auto const found = only_text(row.cells);
  if (found.cells == 0 || found.text.size() > LONGEST_GROUP_ROW || is_number(found.text)) return std::nullopt;
  auto out = heading(found.text);
  bool const title = take_title(out);
  bool across = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) across = across || (!row.cells[i].empty() && m_columns.figure(i));
  bool const known = m_columns.known(found.first), named = out.title.rank > 0 || !out.reserve.empty();
  if (found.cells > 2 && across) return out;
  if (found.cells != 1 || (known && out.title.rank == 0 && !title)) return std::nullopt;
  out.remark = !named;
  constexpr std::size_t FIRST_COLUMNS = 2;
  if (out.remark && found.first >= FIRST_COLUMNS) return std::nullopt;
  return out;
}

// Its name in the first cell that holds a text, perhaps behind a numeral of its own.
std::optional<GroupRows::Heading> GroupRows::in_front(TableRow const& row) const {
  GroupHeading number;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto const& cell = row.cells[i];
    if (cell.empty()) continue;
    if (m_columns.figure(i) || is_number(cell) || cell.size() > LONGEST_GROUP_ROW) return std::nullopt;
    if (number.rank == 0 && (number = numeral_alone(cell)).rank > 0) continue;
    auto out = heading(cell);
    if (number.rank > 0) out.title.rank = number.rank, out.title.number = number.number;
    bool const names = out.title.rank > 0 || !out.reserve.empty() || out.zone;
    return names ? std::optional(out) : std::nullopt;
  }
  return std::nullopt;
}

// What a record has and no heading: a measure, a stage, where it is said. Merged cells repeat the heading.
bool GroupRows::speaks_of_work(TableRow const& row) const {
  constexpr std::array SAY{M_MEASURE,  M_STAGE,   M_SUBJECT,  M_EVIDENCE, M_DOCUMENT,
                           M_REPLACES, M_PART_OF, M_RESTATES, M_SUMS_TO};
  auto const first = std::find_if(row.cells.begin(), row.cells.end(), [](auto const& c) { return !c.empty(); });
  return std::any_of(SAY.begin(), SAY.end(), [&](Meaning m) {
    auto const& cell = m_columns.cell(m, row.cells);
    return !cell.empty() && cell != *first;
  });
}

std::optional<GroupRows::Heading> GroupRows::with_figures(TableRow const& row) const {
  if (speaks_of_work(row)) return std::nullopt;
  auto const& reserve = m_columns.cell(M_RESERVE, row.cells);
  auto const& site = m_columns.cell(M_SITE, row.cells);
  if (!site.empty() && site != reserve) {
    if (!reserve.empty() || site.size() > LONGEST_GROUP_ROW || site.find("区") == std::string::npos)
      return std::nullopt;
    auto out = heading(site);
    return out.zone || !out.reserve.empty() ? std::optional(out) : std::nullopt;
  }
  auto front = in_front(row);
  if (reserve.empty()) return front;
  auto out = heading(reserve);
  if (out.title.rank == 0 && front) out.title.rank = front->title.rank, out.title.number = front->title.number;
  if (out.reserve.empty()) out.reserve = out.title.text;
  out.in_column = true;
  return out;
}

// A row of a site: does it belong to the heading above it?
bool GroupRows::heads_site(TableRow const& site, Heading const& h) const {
  auto const& reserve = m_columns.cell(M_RESERVE, site.cells);
  bool const same = !h.reserve.empty() && normal_name(reserve) == normal_name(h.reserve);
  bool const free = reserve.empty() || h.reserve.empty() || (same && (!h.in_column || h.title.rank > 0));
  return free && !m_columns.cell(M_SITE, site.cells).empty();
}

// Do the rows that follow belong to it? The first of them that heads nothing decides.
bool GroupRows::leads(TableRow const& row, Heading const& h, RowsAhead& ahead) const {
  for (std::size_t n = 0; n < FARTHEST; ++n) {
    auto const* next = ahead.peek(n);
    if (!next || (next->number != row.number && m_is_total(next->cells))) return false;
    if (next->number == row.number) continue;
    auto const alone = plain(*next);
    auto const below = alone ? alone : with_figures(*next);
    if (!below) return heads_site(*next, h);
    bool const names = below->in_column || !below->reserve.empty();
    if (h.remark && names) return true;
    bool const lower = h.title.rank > 0 ? below->title.rank > h.title.rank : below->title.rank > 0 && !names;
    if (!lower && (names || !below->zone)) return false;
    if (!alone) return true;
  }
  return false;
}

bool GroupRows::has_figures(TableRow const& row) const {
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (!row.cells[i].empty() && m_columns.figure(i)) return true;
  return false;
}

int GroupRows::rank_of(Heading const& h) { return h.zone && h.title.rank == 0 ? RANKS + 1 : h.title.rank; }

void GroupRows::enter(Heading const& h) {
  auto const rank = m_ranks.place(h.title);
  if (h.table) m_title = h.reserve;
  if (!h.reserve.empty()) {
    m_reserve = h.reserve, m_rank = rank == UNSURE ? h.title.rank : rank, m_in_column = h.in_column;
    return;
  }
  if (rank <= m_rank && !h.zone) m_reserve = m_title;
}

GroupRow GroupRows::decide(TableRow const& row, RowsAhead& ahead) {
  if (!row.wkb.empty()) return {};
  if (auto const h = plain(row)) {
    if (h->remark && (m_is_total(row.cells) || !leads(row, *h, ahead))) return {};
    return enter(*h), GroupRow{true, false, rank_of(*h), "", !h->reserve.empty()};
  }
  auto const h = m_columns.names_sites() ? with_figures(row) : std::nullopt;
  if (h && !m_is_total(row.cells)) return of_figures(row, *h, ahead);
  auto const& reserve = m_columns.cell(M_RESERVE, row.cells);
  if (m_in_column && !reserve.empty() && reserve != m_reserve && !m_is_total(row.cells)) m_reserve.clear();
  return {};
}

GroupRow GroupRows::of_figures(TableRow const& row, Heading const& h, RowsAhead& ahead) {
  bool const figures = has_figures(row), names = !h.reserve.empty();
  if (leads(row, h, ahead)) return enter(h), GroupRow{true, figures, rank_of(h), "", names};
  if (h.in_column) {
    if (m_in_column) m_reserve.clear();
    bool const numbered = group_heading(m_columns.cell(M_RESERVE, row.cells)).rank > 0;
    return {false, false, rank_of(h), numbered ? h.reserve : "", names};
  }
  if (!figures) return {};
  return enter(h), GroupRow{false, false, rank_of(h), h.reserve, names};
}

GroupRow GroupRows::take(TableRow const& row, RowsAhead& ahead) {
  if (row.number != m_number) m_last = decide(row, ahead), m_number = row.number;
  return m_last;
}

}  // namespace redline
