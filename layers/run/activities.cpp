// SPDX-License-Identifier: Apache-2.0
#include "layers/run/activities.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/geometry/closed_lines.hpp"
#include "engine/rules/words.hpp"
#include "layers/read/field_map.hpp"
#include "layers/run/declared_area.hpp"
#include "layers/run/rights.hpp"
#include "layers/run/term.hpp"

namespace redline {
namespace {

constexpr std::size_t BATCH = 128;
constexpr char const *RIGHT_OF_CLOSED_LINE = "run.right_of_closed_line", *RIGHT_OF_OPEN_LINE = "run.right_of_open_line";

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

// A right is ground: of one drawn as closed lines it is what they enclose.
void take_outline(RawActivity& raw) {
  if (!is_line(raw.wkb)) return;
  auto const& a = raw.attributes;
  std::optional<Coordinates> ground;
  try {
    ground = enclosed(coordinates(Geometry::from_wkb(raw.wkb)));
  } catch (GeometryError const&) {
    return;  // told by normalise()
  }
  raw.outline_open = !ground;
  if (ground)
    raw.wkb = wkb(*ground), raw.findings.push_back({RIGHT_OF_CLOSED_LINE, Severity::info, a.layer, a.id, {""}});
  else
    raw.findings.push_back({RIGHT_OF_OPEN_LINE, Severity::warning, a.layer, a.id, {}});
}

// In order.
std::vector<std::size_t> more_than_once(std::vector<std::size_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::size_t> out;
  for (std::size_t i = 1; i < hashes.size(); ++i)
    if (hashes[i] == hashes[i - 1] && (out.empty() || out.back() != hashes[i])) out.push_back(hashes[i]);
  return out;
}

}  // namespace

ActivityReader::ActivityReader(LayerInput& input, std::size_t index, RunPlan const& run, Findings& findings)
    : m_input(input), m_index(index), m_run(run) {
  auto const& plan = m_input.plan();
  auto const& columns = m_input.columns();
  if (all_are_rights(plan) && !columns.has("valid_to"))
    findings.push_back({"run.no_validity", Severity::info, plan.name, "", {}});
  else if (all_are_rights(plan) && !columns.has("renewal_filed_on"))
    findings.push_back({"run.no_renewals", Severity::info, plan.name, "", {}});
  if (m_input.columns().has("id")) find_duplicates(findings);
}

// Only hashes of ids are kept, eight bytes each; the few that collide or repeat are kept as text.
void ActivityReader::find_duplicates(Findings& findings) {
  auto& source = m_input.source();
  RawFeature f;
  source.select_geometry(false);
  std::vector<std::size_t> hashes;
  for (std::size_t n = 0; source.next(f); ++n) {
    if (n % 4096 == 0) throw_if_interrupted();
    hashes.push_back(std::hash<std::string>{}(m_input.id_of(f)));
  }
  m_features = hashes.size();
  auto const twice = more_than_once(std::move(hashes));
  source.rewind();
  if (!twice.empty()) {
    while (source.next(f))
      if (auto const id = m_input.id_of(f);
          std::binary_search(twice.begin(), twice.end(), std::hash<std::string>{}(id)))
        ++m_duplicates[id];
    source.rewind();
    std::erase_if(m_duplicates, [](auto const& e) { return e.second < 2; });
  }
  source.select_geometry(true);
  std::map<std::string, std::uint32_t> const in_order(m_duplicates.begin(), m_duplicates.end());
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
  if (m_duplicates.empty() || !m_duplicates.count(id)) return "1";
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
  a.granted_on = m_input.days_of("granted_on", f, findings), a.act_date = m_input.days_of("act_date", f, findings);
  a.renewal_filed_on = m_input.renewal_of(f, findings);
  a.declared_m2 = declared_area_m2(c, f, a.layer, a.id, findings);
  a.accuracy_m = c.has("accuracy_m") ? c.number("accuracy_m", f) : m_input.plan().accuracy_m;
  if (m_rules && !m_rules->knows_status(a.status))
    findings.push_back({"run.unknown_status", Severity::warning, a.layer, a.id, {a.status}});
  a.top_m = c.number("top_m", f), a.bottom_m = c.number("bottom_m", f);
  return a;
}

std::vector<RawActivity> ActivityReader::next_batch() {
  std::vector<RawActivity> batch;
  batch.reserve(BATCH);
  while (batch.size() < BATCH && m_input.source().next(m_feature)) {
    auto& raw = batch.emplace_back();
    raw.attributes = attributes(m_feature, raw.findings);
    if (!m_run.county.empty() && raw.attributes.county.find(m_run.county) == std::string::npos)
      raw.not_wanted = render(Message{"run.other_county", {raw.attributes.county}}, m_run.language),
      raw.findings.clear();
    raw.wkb = std::move(m_feature.wkb);
    raw.problem = std::move(m_feature.geometry_problem);
    if (raw.not_wanted.empty() && is_right(raw.attributes.kind)) take_outline(raw);
    m_input.tell_words_once(raw.findings);
    raw.input = m_index;
  }
  return batch;
}

}  // namespace redline
