// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/screening_json.hpp"

#include <nlohmann/json.hpp>

#include "layers/report/figures.hpp"
#include "layers/screen/sentences.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int M2 = 4, METRES = 3, DEGREES = 9, SHARE = 6, BEARING = 1;

char const* word(Severity s) { return s == Severity::info ? "info" : s == Severity::warning ? "warning" : "error"; }

Json number(double value, int decimals) { return figures::rounded(value, decimals); }
Json number(std::optional<double> const& value, int decimals) {
  return value ? number(*value, decimals) : Json(nullptr);
}
Json text_or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }

// Behind the opening bracket at `at` of indented JSON: the closing one, where plain values alone stand between; else 0.
std::size_t end_of_plain(std::string const& json, std::size_t at) {
  bool in_text = false;
  for (auto i = at + 1; i < json.size(); ++i) {
    auto const c = json[i];
    if (in_text && c == '\\')
      ++i;
    else if (c == '"')
      in_text = !in_text;
    else if (!in_text && c == ']')
      return i;
    else if (!in_text && (c == '[' || c == '{'))
      return 0;
  }
  return 0;
}

// Lists of plain values on one line, so that a corner takes one line and not five.
std::string with_corners_on_a_line(std::string const& json) {
  std::string out;
  bool in_text = false;
  std::size_t plain_until = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    auto const c = json[i];
    if (!in_text && c == '[' && i >= plain_until) plain_until = end_of_plain(json, i);
    if (i < plain_until && !in_text && c == '\n') {
      i = json.find_first_not_of(" \n", i) - 1;
      if (out.back() == ',') out += ' ';
      continue;
    }
    out += c;
    if (in_text && c == '\\')
      out += json[++i];
    else if (c == '"')
      in_text = !in_text;
  }
  return out;
}

class Writer {
 public:
  Writer(Screening const& s, Language l) : m_s(s), m_l(l) {}

  Json all() const {
    auto const verdict = m_s.verdict();
    Json out{{"format", SCREENING_FORMAT},
             {"as_of", to_string(m_s.as_of)},
             {"verdict", verdict ? Json(to_string(*verdict)) : Json(nullptr)},
             {"exit", m_s.exit_status()},
             {"draft", text_or_null(m_s.draft)},
             {"coverage_not_stated", m_s.coverage_not_stated},
             {"applications", list(m_s.applications, [&](auto const& a) { return application(a); })},
             {"failed", list(m_s.failed, [&](auto const& f) { return failed(f); })},
             {"findings", findings(m_s.findings)}};
    auto& manifest = out["manifest"] = Json::object();
    for (auto const& [key, value] : m_s.manifest) manifest[key] = value;
    return out;
  }

 private:
  template <class List, class Show>
  static Json list(List const& items, Show show) {
    auto out = Json::array();
    for (auto const& item : items) out.push_back(show(item));
    return out;
  }

  Json failed(FailedFile const& f) const {
    return {{"file", f.file}, {"code", f.message.key}, {"text", render(f.message, m_l)}};
  }

  Json findings(Findings const& all) const {
    return list(all, [&](Finding const& f) {
      bool const placed = std::isfinite(f.lon) && std::isfinite(f.lat);
      return Json{{"code", f.code},
                  {"severity", word(f.severity)},
                  {"layer", text_or_null(f.layer)},
                  {"feature", text_or_null(f.feature)},
                  {"text", render(Message{f.code, f.args}, m_l)},
                  {"x", placed ? number(f.lon, DEGREES) : Json(nullptr)},
                  {"y", placed ? number(f.lat, DEGREES) : Json(nullptr)}};
    });
  }

  Json area_of(std::size_t i) const {
    auto const& [a, draft] = m_s.areas[i];
    return {{"area_id", a.id},         {"area_name", a.name},
            {"area_kind", a.kind},     {"area_level", text_or_null(a.level)},
            {"area_layer", a.layer},   {"draft", draft},
            {"schematic", a.schematic}};
  }

  static Json figure(AreaFigure const& f) {
    return {{"method", f.method},
            {"meridian", f.meridian ? Json(*f.meridian) : Json(nullptr)},
            {"m2", number(f.m2, M2)},
            {"km2", figures::km2(f.m2)}};
  }

  Json area(AreaStatement const& s) const {
    auto const& planar = s.by("planar");
    return {{"tdt1055_m2", number(s.by("tdt1055").m2, M2)},
            {"tdt1055_km2", figures::km2(s.by("tdt1055").m2)},
            {"geodesic_m2", number(s.by("geodesic").m2, M2)},
            {"planar_m2", number(planar.m2, M2)},
            {"planar_meridian", planar.meridian ? Json(*planar.meridian) : Json(nullptr)},
            {"exact_m2", number(s.by("exact").m2, M2)},
            {"declared_m2", number(s.declared_m2, M2)},
            {"declared_as", text_or_null(s.declared_as)},
            {"declared_is", s.declared_is ? figure(*s.declared_is) : Json(nullptr)},
            {"methods", list(s.figures, figure)}};
  }

  // Corners in the application's CRS: [name, x, y], x = easting or longitude; open rings, the shell of a part first.
  Json parts(std::vector<ScreenedPart> const& parts, bool projected) const {
    auto const decimals = projected ? METRES : DEGREES;
    return list(parts, [&](ScreenedPart const& p) {
      return list(p.rings, [&](ScreenedRing const& r) {
        return list(r.corners, [&](ScreenedCorner const& c) {
          return Json::array({c.name, number(c.given.x, decimals), number(c.given.y, decimals)});
        });
      });
    });
  }

  Json pieces(std::vector<ScreenedPart> const& all, bool projected) const {
    auto rings = parts(all, projected);
    auto out = Json::array();
    for (std::size_t i = 0; i < all.size(); ++i)
      out.push_back({{"m2", number(all[i].m2, M2)}, {"rings", std::move(rings[i])}});
    return out;
  }

  Json rule(AppliedRule const& r) const {
    std::string clause;
    for (auto const& c : r.clauses) clause += (clause.empty() ? "" : "; ") + render(c, m_l);
    return {{"id", r.id}, {"clause", clause}, {"effect", to_string(r.effect)}, {"version", r.version}};
  }

  Json conflict(ScreenedConflict const& c, bool projected) const {
    auto out = area_of(c.area);
    out["conflict_id"] = c.conflict_id;
    out["zone"] = c.zone;
    out["overlap_m2"] = number(c.overlap_m2, M2);
    out["overlap_share"] = number(c.overlap_share, SHARE);
    out["zone_share"] = number(c.zone_share, SHARE);
    out["width_m"] = number(c.width_m, METRES);
    out["certainty"] = c.certainty;
    out["accuracy_m"] = number(c.accuracy_m, METRES);
    out["verdict"] = to_string(c.verdict);
    out["disposition"] = c.disposition;
    out["rung"] = c.rung;
    out["rules"] = list(c.rules, [&](auto const& r) { return rule(r); });
    out["trace"] = list(c.trace, [&](auto const& m) { return render_line(m, m_l); });
    out["lon"] = number(c.inside.x, DEGREES);
    out["lat"] = number(c.inside.y, DEGREES);
    out["pieces"] = pieces(c.pieces, projected);
    return out;
  }

  Json near(NearArea const& n) const {
    auto out = area_of(n.area);
    out["zone"] = n.zone;
    out["distance_m"] = number(n.distance_m, METRES);
    out["bearing_deg"] = number(n.bearing_deg, BEARING);
    return out;
  }

  Json hit(NearHit const& h) const {
    auto out = near(h);
    out["reason"] = h.reason;
    out["limit_m"] = number(h.limit_m, METRES);
    return out;
  }

  static Json right(RightOverlap const& r) {
    return {{"layer", r.layer},
            {"id", r.id},
            {"name", r.name},
            {"kind", r.kind},
            {"holder", text_or_null(r.holder)},
            {"mineral", text_or_null(r.mineral)},
            {"status", text_or_null(r.status)},
            {"valid_from", text_or_null(to_string(r.valid_from))},
            {"valid_to", text_or_null(to_string(r.valid_to))},
            {"elevation_m", r.top_m && r.bottom_m ? Json{*r.top_m, *r.bottom_m} : Json(nullptr)},
            {"relation", r.relation},
            {"information", r.information},
            {"overlap_m2", number(r.overlap_m2, M2)},
            {"overlap_share", number(r.share, SHARE)},
            {"share_of_right", number(r.share_of_right, SHARE)},
            {"width_m", number(r.width_m, METRES)},
            {"certainty", text_or_null(r.certainty)}};
  }

  static Json decision(ScreenedDecision const& d) {
    return {{"decision", d.row.decision},
            {"area_id", text_or_null(d.row.area_id)},
            {"document", d.row.document},
            {"office", d.row.office},
            {"decided_on", d.row.decided_on},
            {"expires_on", text_or_null(d.row.expires_on)},
            {"in_force", d.in_force},
            {"about", d.about},
            {"area_name", text_or_null(d.area_name)},
            {"met_area_ids", d.met_ids}};
  }

  Json cut(Application const& a) const {
    if (!a.cut) return nullptr;
    auto const& c = *a.cut;
    bool const staked = c.outcome == "staked";
    auto rings = Json::array();
    for (auto& part : parts(c.parts, c.projected))
      for (auto& ring : part) rings.push_back(std::move(ring));
    return {{"outcome", c.outcome},
            {"remaining_m2", number(c.remaining_m2, M2)},
            {"remaining_tdt1055_m2", number(c.remaining_tdt1055_m2, M2)},
            {"parts", c.parts.size()},
            {"min_width_m", number(c.min_width_m, METRES)},
            {"min_width_lon", staked ? number(c.narrowest_at.x, DEGREES) : Json(nullptr)},
            {"min_width_lat", staked ? number(c.narrowest_at.y, DEGREES) : Json(nullptr)},
            {"removed_m2", number(c.removed_m2, M2)},
            {"extra_m2", number(c.extra_m2, M2)},
            {"reduction_percent", number(c.reduction_percent, M2)},
            {"clear_from_m", number(c.clear_from_m, METRES)},
            {"crs", text_or_null(c.crs)},
            {"rings", std::move(rings)},
            {"exact",
             {{"remaining_m2", number(c.exact_remaining_m2, M2)},
              {"removed_m2", number(c.exact_removed_m2, M2)},
              {"parts", c.exact_parts},
              {"width_m", number(c.exact_width_m, METRES)}}}};
  }

  Json attributes(Application const& a) const {
    auto const& t = a.attributes;
    return {{"id", t.id},
            {"file", a.file},
            {"sha256", a.sha256},
            {"kind", t.kind},
            {"action", t.action},
            {"name", text_or_null(t.name)},
            {"licence_no", text_or_null(t.licence_no)},
            {"holder", text_or_null(t.holder)},
            {"mineral", text_or_null(t.mineral)},
            {"status", text_or_null(t.status)},
            {"valid_from", text_or_null(to_string(one_day(t.valid_from)))},
            {"valid_to", text_or_null(to_string(one_day(t.valid_to)))},
            {"granted_on", text_or_null(to_string(one_day(t.granted_on)))},
            {"act_date", text_or_null(to_string(one_day(t.act_date)))},
            {"renewal_filed_on", text_or_null(to_string(one_day(t.renewal_filed_on)))},
            {"elevation_m", t.top_m && t.bottom_m ? Json{*t.top_m, *t.bottom_m} : Json(nullptr)},
            {"accuracy", {{"m", number(t.accuracy_m, METRES)}, {"how", text_or_null(a.accuracy_from)}}},
            {"crs", {{"code", a.crs}, {"name", a.crs_name}, {"how", a.crs_how}}}};
  }

  Json application(Application const& a) const {
    auto out = attributes(a);
    auto const conflicts = [&](auto const& c) { return conflict(c, a.projected); };
    out["repaired"] = a.repaired;
    out["parts"] = parts(a.parts, a.projected);
    out["area"] = area(a.area);
    out["verdict"] = to_string(a.verdict);
    out["verdict_text"] = render_line(verdict_sentence(a), m_l);
    out["verdict_without_draft"] = m_s.draft.empty() ? Json(nullptr) : Json(to_string(a.verdict_without_draft));
    out["overlap_total_m2"] = number(a.overlap_total_m2, M2);
    out["outside_m2"] = number(a.outside_m2, M2);
    out["conflicts"] = list(a.conflicts, conflicts);
    out["contacts"] = list(a.contacts, conflicts);
    out["nearest"] = list(a.nearest, [&](auto const& n) { return near(n); });
    out["setbacks"] = list(a.near_hits, [&](auto const& h) { return hit(h); });
    out["rights"] = m_s.against_rights ? list(a.rights, right) : Json(nullptr);
    out["cut"] = cut(a);
    out["not_checked"] = list(a.not_checked, [](auto const& n) { return Json{{"layer", n.layer}, {"why", n.why}}; });
    out["reasons"] = list(a.reasons, [&](auto const& r) {
      return Json{{"verdict", to_string(r.verdict)}, {"text", render(r.text, m_l)}, {"of_draft", r.of_draft}};
    });
    out["decisions"] = list(a.decisions, decision);
    out["findings"] = findings(a.findings);
    return out;
  }

  Screening const& m_s;
  Language m_l;
};

}  // namespace

std::string screening_json(Screening const& screening, Language language) {
  auto const json = Writer(screening, language).all().dump(2, ' ', false, Json::error_handler_t::replace);
  return with_corners_on_a_line(json) + "\n";
}

}  // namespace redline
