// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/listed_parcels.hpp"

#include <algorithm>
#include <utility>

#include "layers/corners/checks.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_number.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/no_corners.hpp"
#include "layers/corners/outline_words.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/corners/said_terms.hpp"
#include "layers/corners/stated_zones.hpp"
#include "layers/corners/titles_in_words.hpp"

namespace redline {

// An empty cell is the merged one above it.
void ListedParcels::other_parcel(int n, std::string const& id, std::string const& name) {
  m_named_by_columns = m_named_by_columns || !id.empty() || !name.empty();
  if (m_rows > 0 && deducts(n, id, name)) return;
  bool const other = (!id.empty() && id != m_parcel.id) || (!name.empty() && name != m_parcel.name);
  if (!other && !m_deducted.empty() && !(id.empty() && name.empty())) m_deducted.clear(), m_rings.deduct(n, false, {});
  if (!other) return;
  end_parcel();
  begin_parcel(n, id, name);
}

// The second row tells: 1, 2 are rows; 1, 1 and 1 over merged cells are a parcel.
void ListedParcels::serial(int n, std::string const& text) {
  bool const same = text.empty() || text == m_serial;
  if (m_serial_of == Serial::unknown && !m_serial.empty()) {
    m_serial_of = same ? Serial::of_parcels : Serial::of_rows;
    if (same && m_parcel.id.empty() && m_parcel.name.empty()) m_parcel.id = m_serial;
  }
  if (m_serial_of == Serial::of_rows || same) return;
  m_serial = text;
  if (m_serial_of == Serial::unknown) return;
  end_parcel();
  begin_parcel(n, text, "");
}

void ListedParcels::describe(int n, Parcel const& row) {
  auto const fill = [](std::string& known, std::string const& said) { known = known.empty() ? said : known; };
  m_parcel.of_register = m_parcel.of_register || row.of_register;
  fill(m_parcel.licence_no, row.licence_no), fill(m_parcel.name, row.name);
  fill(m_parcel.mineral, row.mineral), fill(m_parcel.kind, row.kind);
  fill(m_parcel.holder, row.holder);
  for (auto const& t : row.terms) add_term(m_parcel.terms, t);
  for (auto const& z : row.zones) add_zone(m_parcel.zones, z);
  m_area.take(n, row.declared_area, row.area_unit);
}

// The column of parcels says 扣除: a hole of the one above.
bool ListedParcels::deducts(int n, std::string const& id, std::string const& name) {
  for (auto const* cell : {&id, &name}) {
    if (cell->empty()) continue;
    if (*cell == m_deducted) return true;
    if (!is_deducted(*cell)) continue;
    m_deducted = *cell;
    flush();
    m_rings.deduct(n, true, shortened(*cell));
    return true;
  }
  return false;
}

void ListedParcels::begin_parcel(int n, std::string const& id, std::string const& name) {
  m_parcel.line = n, m_parcel.id = id, m_parcel.name = name, m_parcel.outline = m_outline;
  m_rows_before = m_rows;
  m_deducted.clear();
  if (!std::exchange(m_fails_next, false)) return;
  m_also_failed = true;
}

void ListedParcels::end_parcel() {
  flush();
  m_parcel.rings = m_rings.finish(said());
  settle_names(m_parcel.rings, said(), *m_book);
  if (m_parcel.line == 0) m_parcel.line = 1;
  m_area.settle(m_parcel, *m_book);
  auto const failures = m_book->failures() - m_failures_of_parcels;
  bool const failed = std::exchange(m_also_failed, false) || failures > 0;
  if (failed || !m_parcel.rings.empty()) m_parcel.number = ++m_number;
  if (failed)
    failed_parcel(failures > 0);
  else if (!m_parcel.rings.empty())
    keep_parcel();
  m_failures_of_parcels += failures;
  m_parcel = {};
  m_unnamed = 0, m_numbered = false;
}

// The declared area is that of the list, and of its only parcel.
SaidOfRings ListedParcels::said() const {
  return m_finishing && m_number == 0 ? said_of_rings(*m_out, m_rows) : SaidOfRings{};
}

// What is deducted behind several parcels belongs to the one around it.
bool ListedParcels::deduct_elsewhere(CornerRing const& ring) {
  if (!ring.said_hole.value_or(false) || lies_in(ring, m_parcel)) return false;
  auto const around =
      std::find_if(m_out->parcels.rbegin(), m_out->parcels.rend(), [&](Parcel const& p) { return lies_in(ring, p); });
  if (around == m_out->parcels.rend()) return false;
  around->rings.push_back(ring);
  return true;
}

// A ring that has a title begins a parcel.
void ListedParcels::keep_parcel() {
  auto rings = std::exchange(m_parcel.rings, {});
  for (auto& ring : rings) {
    if (deduct_elsewhere(ring)) continue;
    if (!ring.title.empty() && !m_parcel.rings.empty()) {
      auto const outline = m_parcel.outline;
      m_out->parcels.push_back(std::exchange(m_parcel, {}));
      m_parcel.outline = outline;
      m_parcel.line = ring.corners.front().line, m_parcel.name = ring.title, m_parcel.number = ++m_number;
      m_parcel.below_text = is_number_alone(ring.title);
      m_book->find("corner.parcel_by_title", Severity::info, m_parcel.line, {shortened(ring.title)});
    }
    m_parcel.rings.push_back(std::move(ring));
  }
  if (!m_parcel.rings.empty()) m_out->parcels.push_back(std::move(m_parcel));
}

void ListedParcels::failed_parcel(bool by_its_own_lines) {
  auto const title = parcel_title(m_parcel, 0);
  bool const by_a_row = !by_its_own_lines || m_failed_line >= m_parcel.line;  // not by what follows from it
  auto failed = by_a_row ? FailedParcel{title, m_failed_line, m_failed_row} : m_book->failed_from(m_parcel.line, title);
  failed.numbered = m_parcel.id.empty() && m_parcel.name.empty();
  m_out->failed_parcels.push_back(std::move(failed));
}

// A table under a title of its own whose numbering does not go on is another parcel.
void ListedParcels::begin_table(int n, std::string const& name) {
  if (!std::exchange(m_new_table, false)) return;
  auto const title = std::exchange(m_title, {});
  bool const area = std::exchange(m_names_area, false);
  if (!name.empty() && running_number(name) == m_last + 1 && !names_other_outline(title)) {
    if (area) m_rings.part(n, PartedBy::title, title);
    return;
  }
  another_parcel(n, title);
  m_parcel.below_text = !area || is_number_alone(title);
}

// 变更后 above numbers that go on behind those of 变更前.
bool ListedParcels::names_other_outline(std::string const& title) const {
  auto const of = outline_of(title), before = outline_of(m_parcel.outline);
  return of != before && of != OutlineOf::unsaid && before != OutlineOf::unsaid;
}

void ListedParcels::another_parcel(int n, std::string const& title) {
  end_parcel();
  begin_parcel(n, "", is_line_of_terms(title) ? std::string() : without_colon(title));
  m_book->find("corner.parcel_by_title", Severity::info, n, {shortened(title)});
}

// 首采区范围, then 1, 2, 3 again: a table of something else.
void ListedParcels::begin_below_text(int n, Corner const& corner) {
  auto const above = std::exchange(m_between, {});
  if (auto const less = std::exchange(m_less, {}); !less.empty() && m_rings.begins_anew(corner, false))
    return m_rings.deduct(n, true, shortened(less));
  if (m_named_by_columns || !above.any() || !m_rings.begins_anew(corner, above.may_go_on())) return;
  another_parcel(n, above.title());
  m_parcel.below_text = true;
}

// Corners without numbers below numbered ones and a text of their own.
void ListedParcels::begin_unnumbered(int n, Corner const& corner) {
  bool const below_text = m_numbered && m_between.any() && !m_between.may_go_on() && !m_named_by_columns;
  if (!corner.name.empty() || !below_text || m_rings.comes_to_first(corner)) return;
  another_parcel(n, std::exchange(m_between, {}).title());
  m_parcel.below_text = true;
}

// A table below another one usually begins at its first corner; only the next row tells it from a closing corner.
bool ListedParcels::hold(ListedCorner const& r) {
  bool const may_open = !m_named_by_columns && m_between.any() && m_rings.may_begin_at_first(r.corner);
  if (!may_open) return false;
  m_above_held = std::exchange(m_between, {}).title();
  m_held = r;
  return true;
}

bool ListedParcels::opens_table(std::string const& name) const {
  return m_held && corner_number(name).follows(corner_number(m_held->corner.name));
}

ListedCorner ListedParcels::begin_held() {
  auto first = *std::exchange(m_held, std::nullopt);
  another_parcel(first.corner.line, m_above_held);
  m_parcel.below_text = true;
  return first;
}

void ListedParcels::open_table() { add(begin_held()); }

void ListedParcels::take(int n, std::string const& name, std::string const& mark, std::string const& a,
                         std::string const& b) {
  if (opens_table(name)) open_table();
  flush();
  if (names_no_corner(name, m_rows > 0 && corner_number(name).prefix != m_prefix)) return leave_out(n, name, *m_book);
  begin_outline(n, listed_corner(n, name, mark, a, b).corner);
  ++m_rows;
  m_awaited.clear();
  begin_table(n, name);
  begin_unnumbered(n, listed_corner(n, name, mark, a, b).corner);
  m_numbered = m_numbered || !name.empty();
  if (!hold(listed_corner(n, name, mark, a, b))) begin_below_text(n, listed_corner(n, name, mark, a, b).corner);
  m_fails_next = false;
  auto const r = listed_corner(n, name.empty() ? std::to_string(++m_unnamed) : name, mark, a, b);
  m_last = running_number(r.corner.name);
  m_prefix = corner_number(r.corner.name).prefix;
  if (!m_held) add(r);
}

void ListedParcels::flush() {
  if (auto const held = std::exchange(m_held, std::nullopt)) add(*held);
  if (m_pairs.empty()) return;
  auto const order = m_pairs.across() ? "@corner.word.across" : "@corner.word.down";
  if (m_pairs.width() == 2)
    m_book->find("corner.two_per_row", Severity::info, m_pairs.line(), {order});
  else
    m_book->find("corner.some_per_row", Severity::info, m_pairs.line(), {std::to_string(m_pairs.width()), order});
  for (auto const& r : m_pairs.take()) add(r);
}

void ListedParcels::take_row(int n, std::vector<ListedCorner> row) {
  auto const& left = row.front();
  begin_table(n, left.corner.name);
  if (m_held) opens_table(left.corner.name) ? open_table() : flush();
  if (m_pairs.ends_before(left.corner.name)) flush();
  if (hold(left)) begin_held();  // a closing corner has nothing beside it
  begin_below_text(n, left.corner);
  m_pairs.add(std::move(row));
  m_awaited.clear();
  ++m_rows;
}

bool ListedParcels::take_rest(int n, std::string const& name, std::string const& a, std::string const& b) {
  if (!m_pairs.goes_on(name)) return false;
  m_pairs.add({listed_corner(n, name, "", a, b)});
  ++m_rows;
  return true;
}

void ListedParcels::gap(int n) {
  flush();
  m_rings.gap(n);
}

void ListedParcels::fail(int n, Message why) {
  m_book->fail(n, why);
  m_awaited.clear();
  m_failed_row = std::move(why), m_failed_line = n;
}

}  // namespace redline
