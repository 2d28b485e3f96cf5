// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/relations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace redline {
namespace {

using Record = RestorationRecord;

std::string joined(std::vector<std::string> const& words, char const* between) {
  std::string out;
  for (auto const& w : words) out += (out.empty() ? "" : between) + w;
  return out;
}

std::string_view figure_of(Record const& r) { return r.id.substr(row_of(r.id).size()); }  // "/accepted"

// What a figure counts: of what was restored, what was accepted is another figure.
bool same_kind(Record const& a, Record const& b) {
  auto const accepted = [](Record const& r) { return r.stage && r.stage->stage_class == StageClass::accepted; };
  return a.quantity == b.quantity && (a.quantity != Quantity::restored || accepted(a) == accepted(b));
}

bool related(Record const& r) { return !r.part_of.empty() || !r.restates.empty(); }

int decimals(std::string_view number) {
  auto const point = number.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

}  // namespace

std::optional<Amount> figure(RestorationRecord const& r) {
  return r.amount ? r.amount : parse_amount(r.value, {Dimension::area, 1, 1});
}

Relations::Relations(std::vector<Record const*> const& records, Replacements replaced)
    : Relations(records, std::make_shared<Replacements const>(std::move(replaced))) {}

Relations Relations::among(std::vector<Record const*> const& records) const { return {records, m_replaced}; }

Relations::Relations(std::vector<Record const*> const& records, std::shared_ptr<Replacements const> replaced)
    : m_replaced(std::move(replaced)) {
  auto const speaks = [](Record const* r) {
    return !r->part_of.empty() || !r->restates.empty() || !r->share_of.empty() || !r->may_overlap.empty() ||
           !r->sums_to.empty();
  };
  if (std::none_of(records.begin(), records.end(), speaks)) return;
  m_by_id.reserve(records.size());
  for (auto const* r : records) m_by_id.emplace(r->id, r);
  read_rows(records);
  for (auto const* r : records) {
    if (related(*r)) contain(*r, *r);
    if (!r->share_of.empty()) share(*r);
    if (!r->may_overlap.empty()) may_overlap(*r);
  }
  for (auto const* r : records)
    if (auto const* first = related(*r) ? nullptr : related_of_row(*r)) contain(*r, *first);
  totals(records);
}

// Rows that are parts of others, or hold them.
void Relations::read_rows(std::vector<Record const*> const& records) {
  for (auto const* r : records) {
    if (!related(*r)) continue;
    m_rows[row_of(r->id)];
    for (auto const list : {r->restates, r->part_of})
      for (auto id : ids_of(list)) {
        m_rows[row_of(id)];
        for (std::size_t steps = 0; steps <= m_replaced->size() && m_replaced->count(id); ++steps)
          id = m_replaced->at(id), m_rows[row_of(id)];
      }
  }
  if (m_rows.empty()) return;
  for (auto const* r : records)
    if (auto const row = m_rows.find(row_of(r->id)); row != m_rows.end()) row->second.push_back(r);
}

// Relations are those of a row: its first record has them. Not of a note, or a polygon without a figure.
RestorationRecord const* Relations::related_of_row(Record const& r) const {
  auto const row = m_rows.find(row_of(r.id));
  if (row == m_rows.end() || r.quantity == Quantity::other || r.quantity == Quantity::status) return nullptr;
  auto const& list = row->second;
  auto const it = std::find_if(list.begin(), list.end(), [](auto const* other) { return related(*other); });
  return it == list.end() ? nullptr : *it;
}

RestorationRecord const* Relations::find(std::string_view id) const {
  for (std::size_t steps = 0; steps <= m_replaced->size(); ++steps) {
    if (auto const it = m_by_id.find(id); it != m_by_id.end()) return it->second;
    if (auto const row = m_rows.find(id); row != m_rows.end() && !row->second.empty()) return row->second.front();
    auto const next = m_replaced->find(id);
    if (next == m_replaced->end()) return nullptr;
    id = next->second;
  }
  return nullptr;
}

// The figure of the row `id` that counts what r counts; of the first record of a row any figure holds it.
RestorationRecord const* Relations::counterpart(std::string_view id, Record const& r, bool first) const {
  auto const* named = find(id);
  auto const row = named ? m_rows.find(row_of(named->id)) : m_rows.end();
  if (row == m_rows.end() || (id != row_of(id) && first)) return named;
  Record const* kind = nullptr;
  for (auto const* other : row->second)
    if (other != &r && same_kind(*other, r) && (!kind || figure_of(*other) == figure_of(r))) kind = other;
  return kind || !first ? kind : named;
}

void Relations::add(char const* code, Severity severity, Record const& r, std::vector<std::string> args) {
  m_findings.push_back({code, severity, std::string(r.reserve), std::string(r.id), std::move(args)});
}

// The record that holds r: the first one named that counts. `of`: the record of its row that names it.
RestorationRecord const* Relations::holder(Record const& r, Record const& of) const {
  for (auto const list : {of.restates, of.part_of})
    for (auto const id : ids_of(list)) {
      if (auto const* whole = counterpart(id, r, &r == &of); whole && whole != &r) return whole;
    }
  return nullptr;
}

RestorationRecord const* Relations::holder(Record const& r) const {
  if (related(r)) return holder(r, r);
  auto const* of = related_of_row(r);
  return of ? holder(r, *of) : nullptr;
}

RestorationRecord const* Relations::holder_of(Record const& r) const {
  auto const it = m_contained.find(r.id);
  return it == m_contained.end() ? nullptr : it->second;
}

void Relations::tell_missing(Record const& r) {
  for (auto const list : {r.restates, r.part_of})
    for (auto const id : ids_of(list))
      if (auto const* named = find(id); !named)
        add("restoration.relation_missing", Severity::warning, r, {cited(r), std::string(id)});
      else if (named == &r)
        add("restoration.relation_circle", Severity::error, r, {cited(r)});
}

void Relations::contain(Record const& r, Record const& of) {
  if (&r == &of) tell_missing(r);
  auto const* whole = holder(r, of);
  if (!whole) return;
  auto smallest = r.id;
  std::unordered_set<std::string_view> met{r.id};
  auto const* at = whole;
  for (; at && met.insert(at->id).second; at = holder(*at)) smallest = std::min(smallest, at->id);
  if (at == &r && &r == &of) add("restoration.relation_circle", Severity::error, r, {cited(r)});
  if (at == &r && smallest == r.id) return;
  bool const elsewhere = !whole->reserve.empty() && !r.reserve.empty() && whole->reserve != r.reserve;
  if (whole->reserve == r.reserve)
    m_contained.emplace(r.id, whole);  // a reserve's figure still counts in its row when the region's holds it
  compare(r, *whole, ids_of(of.restates), &r == &of && !elsewhere);
  if (&r == &of && elsewhere) add("restoration.contained_elsewhere", Severity::warning, r, {cited(r), cited(*whole)});
}

void Relations::compare(Record const& part, Record const& whole, std::vector<std::string_view> const& same, bool tell) {
  auto const a = figure(part), b = figure(whole);
  bool const about = part.approximate || whole.approximate;
  auto const of_whole = [&](auto id) {
    auto const* named = find(id);
    return named && row_of(named->id) == row_of(whole.id);
  };
  bool const restated = std::any_of(same.begin(), same.end(), of_whole);
  if (a && b && restated && !about && *a != *b)
    return add("restoration.restated_otherwise", Severity::error, part, {cited(part), cited(whole)});
  if (a && b && !restated && !about && *a > *b && !whole.at_least)
    add("restoration.part_exceeds_whole", Severity::error, part, {cited(part), cited(whole)});
  if (tell) add("restoration.contained", Severity::info, part, {cited(part), cited(whole)});
}

void Relations::may_overlap(Record const& r) {
  for (auto const id : ids_of(r.may_overlap))
    if (auto const* other = find(id))
      add("restoration.may_overlap", Severity::warning, r,
          {cited(r), cited(*other), "@restoration.as_written", "", ""});
    else
      add("restoration.relation_missing", Severity::warning, r, {cited(r), std::string(id)});
}

void Relations::totals(std::vector<Record const*> const& records) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<Record const*>>
      groups;  // (total, item of the parts)
  for (auto const* r : records)
    for (auto const id : ids_of(r->sums_to)) groups[{id, r->item}].push_back(r);
  for (auto& [key, parts] : groups) {
    auto const* total = find(key.first);
    if (!total) {
      add("restoration.relation_missing", Severity::warning, *parts.front(),
          {cited(*parts.front()), std::string(key.first)});
      continue;
    }
    Amount sum;
    std::vector<std::string> shown;
    bool const about =
        total->approximate || std::any_of(parts.begin(), parts.end(), [](auto const* p) { return p->approximate; });
    std::sort(parts.begin(), parts.end(), [](auto const* a, auto const* b) { return a->id < b->id; });
    for (auto const* p : parts) sum += figure(*p).value_or(Amount{}), shown.push_back(cited(*p));
    if (auto const whole = figure(*total); whole && *whole != sum && !total->at_least && !about)
      add("restoration.parts_contradict_total", Severity::error, *total,
          {cited(*total), sum.decimal(4), joined(shown, " + ")});
  }
}

void Relations::share(Record const& r) {
  auto const slash = r.share_of.find('/');
  auto const* part = find(r.share_of.substr(0, slash));
  auto const* whole = slash == std::string_view::npos ? nullptr : find(r.share_of.substr(slash + 1));
  if (!part || !whole)
    return add("restoration.relation_missing", Severity::warning, r, {cited(r), std::string(r.share_of)});
  auto const a = figure(*part), b = figure(*whole), printed = parse_amount(r.value, {Dimension::area, 1, 1});
  if (!a || !b || !printed || b->zero()) return;
  auto const places = decimals(r.value);
  auto const percent = 100 * a->to_double(6) / b->to_double(6);
  if (std::abs(percent - printed->to_double(places)) > 0.5 * std::pow(10, -places) + 1e-9)
    add("restoration.share_contradicts", Severity::error, r,
        {cited(r), fmt::format("{:.2f}", percent), cited(*part), cited(*whole)});
}

}  // namespace redline
