// SPDX-License-Identifier: Apache-2.0
#include "layers/run/activities.hpp"

#include <algorithm>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/rules/words.hpp"
#include "layers/read/field_map.hpp"
#include "layers/run/declared_area.hpp"
#include "layers/run/granted.hpp"
#include "layers/run/outlines.hpp"
#include "layers/run/term.hpp"

namespace redline {
namespace {

constexpr std::size_t BATCH = 128;

// A class in other words than the rules' says less than the name of the mineral.
std::string known_class(std::string const& text) {
  return word_index(Vocabulary::mineral_class, text) == UNKNOWN_WORD ? std::string{} : text;
}

std::string content_hash(RawFeature const& f) {
  Sha256 hash;
  for (auto const& v : f.values) {
    hash.add(v ? *v : std::string_view("\x1e"));
    hash.add(std::string_view("\x1f"));
  }
  hash.add({reinterpret_cast<char const*>(f.wkb.data()), f.wkb.size()});
  return hash.hex().substr(0, 12);
}

// Of a layer whose kind is stated once for all of it, in a word of the rules or another (=采矿权).
bool all_are_rights(LayerPlan const& plan) {
  auto const of_fields = plan.fields.find("kind");
  auto const& stated = of_fields == plan.fields.end() ? plan.kind : of_fields->second;
  auto const word = &stated == &plan.kind ? stated : stated.starts_with('=') ? stated.substr(1) : std::string{};
  return is_right(kind_word(word).value_or(word));
}

// That numbers the corners of outlines: each row is one.
std::string corner_field(std::vector<FieldInfo> const& fields) {
  for (auto const& f : fields)
    for (auto const* word : {"拐点", "界址点", "顶点", "点号", "点序"})
      if (f.name.find(word) != std::string::npos) return f.name;
  return {};
}

// By which the rows of one right are known; a text without a digit but 0 (/, 无) is no number.
std::string number_of_right(LayerInput const& in, RawFeature const& f) {
  auto const& c = in.columns();
  auto number = c.text(c.has("licence_no") ? "licence_no" : "id", f);
  return number.find_first_of("123456789") == std::string::npos ? std::string{} : number;
}

bool is_point(Wkb const& wkb) {  // also with Z or M, in either order of bytes
  if (wkb.size() < 5) return false;
  auto const type = wkb[0] == 1 ? wkb[1] | wkb[2] << 8 : wkb[4] | wkb[3] << 8;
  return type % 1000 == 1 || type % 1000 == 4;
}

}  // namespace

ActivityReader::ActivityReader(LayerInput& input, std::size_t index, RunPlan const& run, Findings& findings)
    : m_input(input), m_index(index), m_run(run), m_counties(run.county) {
  auto const& plan = m_input.plan();
  auto const& columns = m_input.columns();
  if (all_are_rights(plan)) tell_missing(findings);
  if (all_are_rights(plan) && !columns.has("valid_to"))
    findings.push_back({"run.no_validity", Severity::info, plan.name, "", {}});
  else if (all_are_rights(plan) && !columns.has("renewal_filed_on"))
    findings.push_back({"run.no_renewals", Severity::info, plan.name, "", {}});
  if (columns.has("id") || columns.has("licence_no")) find_duplicates(findings);
}

// What verdicts and dispositions of rights hang on, beside the end of validity.
void ActivityReader::tell_missing(Findings& findings) const {
  auto const& columns = m_input.columns();
  constexpr std::pair<char const*, char const*> ASKED[] = {
      {"mineral", "run.no_mineral"}, {"status", "run.no_status"}, {"granted_on", "run.no_grant"}};
  for (auto const& [meaning, code] : ASKED)
    if (!columns.has(meaning)) findings.push_back({code, Severity::info, m_input.plan().name, "", {}});
}

void ActivityReader::find_duplicates(Findings& findings) {
  auto& source = m_input.source();
  bool const by_licence = m_input.columns().has("licence_no") && !m_input.columns().same("licence_no", "id");
  RawFeature f;
  source.select_geometry(false);
  source.read_only(m_input.columns().places({"id", "licence_no"}));
  std::size_t rows = 0;
  auto const see_all = [&] {
    for (rows = 0; source.next(f); ++rows) {
      if (rows % 4096 == 0) throw_if_interrupted();
      m_ids.see(m_input.id_of(f));
      if (!by_licence) continue;
      if (auto const number = number_of_right(m_input, f); !number.empty()) m_licences.see(number);
    }
    source.rewind();
  };
  see_all();
  m_features = rows;
  bool const ids = m_ids.any(), licences = m_licences.any();
  m_ids.settle(), m_licences.settle();
  if (ids || licences) see_all();
  source.read_all_selected();
  source.select_geometry(true);
  auto const in_order = m_ids.in_order();
  for (auto const& [id, times] : in_order)
    findings.push_back({"run.duplicate_id", Severity::warning, m_input.plan().name, id, {std::to_string(times)}});
  if (auto const field = corner_field(source.fields()); !field.empty() && source.crs_text().empty()) {
    auto const rings = std::count_if(in_order.begin(), in_order.end(), [](auto const& e) { return e.second > 2; });
    if (rings > 0)
      findings.push_back(
          {"run.rows_are_corners", Severity::warning, m_input.plan().name, "", {field, std::to_string(rings)}});
  }
}

std::string ActivityReader::occurrence(RawFeature const& f, std::string const& id) {
  if (m_ids.times(id) == 0) return "1";
  auto const hash = content_hash(f);
  auto const n = ++m_same_content[id + "\x1f" + hash];
  return n == 1 ? hash : hash + "-" + std::to_string(n);
}

ActivityAttributes ActivityReader::attributes(RawFeature const& f, Findings& findings) {
  auto const& c = m_input.columns();
  ActivityAttributes a;
  a.layer = m_input.plan().name;
  a.id = m_input.id_of(f);
  a.fid = f.fid;
  a.occurrence = occurrence(f, a.id);
  a.kind = m_input.kind_of(f, findings);
  a.name = c.text("name", f), a.licence_no = c.text("licence_no", f), a.holder = c.text("holder", f);
  a.mineral = c.text("mineral", f), a.mineral_class = known_class(c.text("mineral_class", f)),
  a.status = c.text("status", f), a.county = c.text("county", f);
  a.action = m_input.action_of(f, findings);
  auto const term = term_of(m_input, f, findings);
  a.valid_from = term.from, a.valid_to = term.to;
  a.granted_on = granted_on(m_input, f, a, findings), a.act_date = m_input.days_of("act_date", f, findings);
  a.renewal_filed_on = m_input.renewal_of(f, findings);
  a.declared_m2 = declared_area_m2(c, f, a.layer, a.id, findings);
  a.accuracy_m = c.has("accuracy_m") ? c.number("accuracy_m", f) : m_input.plan().accuracy_m;
  a.rows_of_right = is_right(a.kind) ? rows_of_right(f) : 1;
  if (m_rules) tell_unknown_words(a, findings);
  a.top_m = c.number("top_m", f), a.bottom_m = c.number("bottom_m", f);
  return a;
}

void ActivityReader::tell_unknown_words(ActivityAttributes const& a, Findings& findings) {
  if (!m_rules->knows_status(a.status))
    findings.push_back({"run.unknown_status", Severity::warning, a.layer, a.id, {a.status}});
  if (a.mineral.empty() || (!a.mineral_class.empty() && a.mineral_class != "unstated")) return;
  auto const [it, asked] = m_minerals.try_emplace(a.mineral, true);
  if (asked) it->second = m_rules->knows_mineral(a.mineral);
  if (!it->second) findings.push_back({"run.unknown_mineral", Severity::warning, a.layer, a.id, {a.mineral}});
}

std::uint32_t ActivityReader::rows_of_right(RawFeature const& f) const {
  auto const number = number_of_right(m_input, f);
  if (number.empty()) return 1;
  auto const& c = m_input.columns();
  return std::max(1u, (c.has("licence_no") && !c.same("licence_no", "id") ? m_licences : m_ids).times(number));
}

// What is not known of the ground of a right.
void ActivityReader::tell_extent(RawActivity& raw) {
  auto const& a = raw.attributes;
  if (!is_right(a.kind)) return;
  if (is_point(m_feature.wkb) && !a.declared_m2)
    raw.findings.push_back({"run.right_without_extent", Severity::warning, a.layer, a.id, {a.kind}});
  if (a.rows_of_right < 2) return;
  auto const number = number_of_right(m_input, m_feature);
  if (m_told.insert(number).second)
    raw.findings.push_back(
        {"run.licence_in_rows", Severity::warning, a.layer, a.id, {number, std::to_string(a.rows_of_right)}});
}

std::vector<RawActivity> ActivityReader::next_batch() {
  std::vector<RawActivity> batch;
  batch.reserve(BATCH);
  while (batch.size() < BATCH && m_input.source().next(m_feature)) {
    auto& raw = batch.emplace_back();
    raw.attributes = attributes(m_feature, raw.findings);
    if (auto const why = m_counties.reason(raw.attributes.county); !why.key.empty())
      raw.not_wanted = render(why, m_run.language), raw.findings.clear();
    else
      tell_extent(raw);
    raw.wkb = std::move(m_feature.wkb);
    raw.problem = std::move(m_feature.geometry_problem);
    if (raw.not_wanted.empty()) take_outline(raw);
    m_input.tell_words_once(raw.findings);
    raw.input = m_index;
  }
  return batch;
}

}  // namespace redline
