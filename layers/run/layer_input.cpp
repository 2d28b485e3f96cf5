// SPDX-License-Identifier: Apache-2.0
#include "layers/run/layer_input.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/error.hpp"
#include "engine/rules/status.hpp"
#include "layers/read/action_words.hpp"
#include "layers/read/open.hpp"
#include "layers/read/place.hpp"
#include "layers/run/coverage.hpp"
#include "layers/run/written_days.hpp"
#include "layers/run/zones_in_values.hpp"

namespace redline {
namespace {

SourceOptions source_options(LayerPlan const& plan, RunPlan const& run) {
  SourceOptions o;
  o.path_and_layer = plan.source;
  o.encoding = plan.encoding;
  o.where = plan.where;
  o.crs = plan.crs;
  o.allow_network = run.allow_network;
  o.allow_vrt = run.allow_vrt;
  if (auto const it = plan.fields.find("x"); it != plan.fields.end()) o.x_field = it->second;
  if (auto const it = plan.fields.find("y"); it != plan.fields.end()) o.y_field = it->second;
  return o;
}

std::map<std::string, std::string> overrides(LayerPlan const& plan) {
  auto out = plan.fields;
  out.erase("x");
  out.erase("y");
  if (!plan.kind.empty() && !out.count("kind")) out["kind"] = "=" + plan.kind;
  return out;
}

bool has_layer_of_zones(LayerPlan const& plan, RunPlan const& run) {
  return std::any_of(run.layers.begin(), run.layers.end(),
                     [&](auto const& l) { return l.enabled && !l.zones_of.empty() && l.zones_of == plan.name; });
}

Crs crs_of(LayerPlan const& plan, FeatureSource const& source, Language language) {
  auto const text = plan.crs.empty() ? source.crs_text() : plan.crs;
  if (text.empty()) throw Error(ErrorKind::input, "run.no_crs", {source.path(), source.layer_name()});
  try {
    return Crs::parse(text);
  } catch (Error const& e) {
    throw Error(ErrorKind::input, "run.bad_crs", {source.path(), source.layer_name(), e.text(language)});
  }
}

// None: no usable geometry.
std::optional<Bounds> bounds_of(RawFeature const& f) {
  if (f.wkb.empty()) return std::nullopt;
  try {
    auto const bounds = Geometry::from_wkb(f.wkb).bounds();
    return bounds.empty() ? std::nullopt : std::optional(bounds);
  } catch (GeometryError const&) {
    return std::nullopt;
  }
}

TermEnd end_of(std::string_view meaning) {
  return meaning == "valid_to" ? TermEnd::last : meaning == "valid_from" ? TermEnd::first : TermEnd::none;
}

bool told_once(std::string_view code) {
  return code.starts_with("run.unknown_") || code == "run.imprecise_date" || code == "run.renewal_without_day" ||
         code == "run.issued_not_granted" || code == "run.right_without_extent" ||

         code == "run.right_of_closed_line" || code == "run.ground_of_closed_line" || code == "run.zone_in_name" ||
         code == "run.zone_of_layer_name" || code == "run.zone_word_unread";
}

}  // namespace

std::string shown_source(LayerPlan const& plan) {
  return without_password(plan.shown_source.empty() ? plan.source : plan.shown_source);
}

LayerInput::LayerInput(LayerPlan plan, RunPlan const& run, Findings& findings) : m_plan(std::move(plan)) {
  m_source = open_source(source_options(m_plan, run));
  if (m_plan.name.empty()) m_plan.name = m_source->layer_name();
  auto const role = m_plan.role == Role::areas ? FieldRole::areas : FieldRole::activities;
  Findings of_fields;
  auto map = recognise(m_source->fields(), role, overrides(m_plan), of_fields, values_of(*m_source));
  if (m_plan.role == Role::areas && !has_layer_of_zones(m_plan, run))
    find_zones_in_values(map, m_plan, *m_source, of_fields);
  for (auto& f : of_fields) f.layer = m_plan.name;
  findings.insert(findings.end(), of_fields.begin(), of_fields.end());
  m_columns = std::make_unique<Columns>(map, *m_source);
  auto const crs = crs_of(m_plan, *m_source, run.language);
  m_crs_name = crs.code().empty() ? crs.name() : crs.code();
  m_transformations = std::make_unique<ZoneTransformations>(Transformation(crs, run.datum_parameters));
  m_sum.layer = m_plan.name;
  if (auto const zones = zones_of_rows(); !zones.empty())
    take_own_zones(zones, run, findings);
  else
    refuse_doubtful_crs();
}

// Of a table: a file with a Crs of its own was drawn in one.
ZoneSurvey::Zones LayerInput::zones_of_rows() const {
  ZoneSurvey survey(transformation().crs());
  if (!survey.wanted() || !m_source->crs_text().empty()) return {};
  RawFeature f;
  while (m_source->next(f))
    if (auto const bounds = bounds_of(f)) survey.add(*bounds);
  m_source->rewind();
  return survey.several();
}

void LayerInput::take_own_zones(ZoneSurvey::Zones const& zones, RunPlan const& run, Findings& findings) {
  auto const& common = transformation().crs();
  auto const width = zone_of_prefix(*common.zone_easting())->width;
  std::string said;
  for (auto const& [number, rows] : zones) {
    said += fmt::format("{}{} ({})", said.empty() ? "" : ", ", number, rows);
    auto const code = epsg_of_zone(common.datum(), {width, number}, true);
    if (!code) continue;
    auto own = Crs::parse("EPSG:" + std::to_string(*code));
    if (own.code() != common.code()) m_crs_name += ", " + own.code();
    m_transformations->add(number, Transformation(std::move(own), run.datum_parameters));
  }
  findings.push_back({"run.own_zones", Severity::warning, m_plan.name, "", {said}});
}

// A whole layer that contradicts its CRS is refused at once; single features are told apart later. A zone that the user
// states is taken as meant.
void LayerInput::refuse_doubtful_crs() {
  constexpr std::size_t FEATURES = 50, BYTES = 1 << 20;
  std::optional<Doubt> common;
  RawFeature f;
  std::size_t bytes = 0;
  bool all = true;
  for (std::size_t n = 0; all && n < FEATURES && bytes < BYTES && m_source->next(f); ++n, bytes += f.wkb.size()) {
    auto const d = doubt_about(f);
    if (!d) continue;
    if (!common) common = *d;
    all = *d && (*d)->code == common->code;
  }
  m_source->rewind();
  if (!all || !common || (!common->certain && !m_plan.crs.empty())) return;
  common->args.back() = m_source->path() + " (" + m_source->layer_name() + "): ";
  throw Error(ErrorKind::input, common->code, common->args);
}

// Outer nullopt: no usable geometry, says nothing.
std::optional<std::optional<Doubt>> LayerInput::doubt_about(RawFeature const& f) const {
  auto const bounds = bounds_of(f);
  if (!bounds) return std::nullopt;
  return doubt(transformation().crs(), *bounds);
}

std::string LayerInput::id_of(RawFeature const& f) const {
  auto id = m_columns->text("id", f);
  return id.empty() ? own_id_of(f) : id;
}

std::string LayerInput::own_id_of(RawFeature const& f) const {
  return m_source->layer_name() + ":" + std::to_string(f.fid);
}

std::string LayerInput::kind_of(RawFeature const& f, Findings& findings) const {
  auto const text = m_columns->text("kind", f);
  if (text.empty()) return "other";
  if (auto const it = m_plan.kind_map.find(text); it != m_plan.kind_map.end()) return it->second;
  if (auto const word = kind_word(text)) return *word;
  findings.push_back({"run.unknown_kind", Severity::warning, m_plan.name, id_of(f), {text}});
  return "other";
}

std::string LayerInput::zone_of(RawFeature const& f, Findings& findings) const {
  auto text = m_columns->text("zone", f);
  if (text.empty()) return {};
  if (auto const it = m_plan.zone_map.find(text); it != m_plan.zone_map.end()) return it->second;
  if (auto const word = zone_word(text)) return *word;
  findings.push_back({"run.unknown_zone", Severity::warning, m_plan.name, id_of(f), {text}});
  return text;  // kept as it is; the rules know no such zone and ask for review
}

std::string LayerInput::action_of(RawFeature const& f, Findings& findings) const {
  auto const text = m_columns->text("action", f);
  if (text.empty()) return m_plan.action.empty() ? "operate" : m_plan.action;
  if (auto const word = action_word(text)) return *word;
  findings.push_back({"run.unknown_action", Severity::warning, m_plan.name, id_of(f), {text}});
  return text;  // kept as it is; what it would be allowed is for review
}

void LayerInput::tell_words_once(Findings& of_feature) {
  std::erase_if(of_feature, [&](Finding const& f) {
    if (!told_once(f.code)) return false;
    auto& word = m_unknown[{f.code, f.args.front()}];
    if (word.features++ == 0) word.first = f.feature, word.severity = f.severity;
    return true;
  });
}

std::optional<PossibleDays> LayerInput::days_of(std::string_view meaning, RawFeature const& f,
                                                Findings& findings) const {
  auto const text = m_columns->text(meaning, f);
  if (text.empty()) return std::nullopt;
  auto const days = written_days(text, end_of(meaning));
  if (!days)
    findings.push_back({"run.bad_date", Severity::warning, m_plan.name, id_of(f), {std::string(meaning), text}});
  else if (!days->one())
    findings.push_back({"run.imprecise_date", Severity::info, m_plan.name, id_of(f), {std::string(meaning)}});
  return days;
}

std::optional<PossibleDays> LayerInput::renewal_of(RawFeature const& f, Findings& findings) const {
  auto const text = m_columns->text("renewal_filed_on", f);
  if (text.empty() || rules::denies_renewal(text)) return std::nullopt;
  if (written_days(text, TermEnd::none)) return days_of("renewal_filed_on", f, findings);
  findings.push_back({"run.renewal_without_day", Severity::warning, m_plan.name, id_of(f), {text}});
  return PossibleDays::any();
}

void LayerInput::count(Outcome outcome, std::string const& feature, std::string const& reason) {
  ++m_sum.read;
  auto const in = [&](Outcome o) { return outcome == o ? 1u : 0u; };
  m_sum.used += in(Outcome::used);
  m_sum.repaired += in(Outcome::repaired);
  m_sum.rejected += in(Outcome::rejected);
  if (outcome != Outcome::used)
    m_exceptions.push_back({m_plan.name, feature, reason, 1, 0, in(Outcome::repaired), in(Outcome::rejected)});
}

std::vector<RowsRow> LayerInput::row_ledger() const {
  if (m_sum.read != m_sum.used + m_sum.repaired + m_sum.rejected)
    throw Error(ErrorKind::invariant, "run.rows_unbalanced", {m_plan.name});
  std::vector<RowsRow> out{m_sum};
  out.insert(out.end(), m_exceptions.begin(), m_exceptions.end());
  return out;
}

Findings LayerInput::source_findings() const {
  auto out = m_source->findings();
  for (auto& f : out) f.layer = m_plan.name;
  if (!m_plan.crs.empty()) std::erase_if(out, [](Finding const& f) { return f.code == "read.degrees_assumed"; });
  for (auto const& [word, of] : m_unknown)
    out.push_back({word.first, of.severity, m_plan.name, of.first, {word.second, std::to_string(of.features)}});
  return out;
}

LayerRow LayerInput::description(std::string sha256) const {
  LayerRow row;
  row.layer = m_plan.name;
  row.role = m_plan.role == Role::areas ? "areas" : "activities";
  row.source = is_database(m_plan.source) ? m_source->path() + ":" + m_source->layer_name() : shown_source(m_plan);
  row.sha256 = std::move(sha256);
  row.features = m_sum.read;
  row.valid_from = to_string(m_plan.valid_from);
  row.valid_to = to_string(m_plan.valid_to);
  row.coverage = m_plan.shown_coverage;
  row.coverage_sha256 = coverage_sha256(m_plan);
  row.status = !m_status.empty() ? m_status : m_sum.read == 0 ? "empty" : "used";
  row.crs = m_crs_name;
  row.operation = transformation().operation();
  row.encoding = m_source->encoding();
  return row;
}

}  // namespace redline
