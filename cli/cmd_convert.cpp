// redline convert: corner lists and GIS formats into each other.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <iterator>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "engine/core/error.hpp"
#include "layers/corners/convert_corners.hpp"
#include "layers/run/outputs.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline::cli {
namespace {

constexpr double M2_PER_KM2 = 1e6;
constexpr std::size_t PARCELS_TOLD = 12;  // of more, only what is wrong is printed

Bounds bounds_option(std::vector<double> const& given) {
  Bounds const b{given[0], given[1], given[2], given[3]};
  if (b.empty()) throw Error(ErrorKind::usage, "cli.bad_extent");
  return b;
}

char const* mark_of(Severity s) { return s == Severity::error ? "!! " : s == Severity::warning ? "!  " : "   "; }

class Convert final : public Command {
 public:
  std::string name() const override { return "convert"; }
  void configure(CLI::App& app, Language l) override;
  std::vector<int> statuses() const override { return {0, 1, 2, 3, 4, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {"corner.doubtful",
            "corner.no_crs",
            "corner.lines_failed",
            "corner.form_unknown",
            "corner.cells_apart",
            "corner.binary",
            "corner.empty",
            "corner.not_polygon",
            "corner.line_not_polygon",
            "corner.point_not_polygon",
            "corner.offset_system",
            "workspace.no_county",
            "corner.ending",
            "corner.string_cut",
            "corner.crs_contradicted",
            "crs.datum_needs_parameters",
            "corner.lost_in_rounding",
            "read.missing",
            "write.exists"};
  }
  int run(Common const& common) override;

 private:
  void use_workspace();
  void tell(ConvertResult const& r, Common const& common) const;

  ConvertPlan o;
  std::string m_workspace, m_county_name, m_degrees;
  double m_registered_km2 = 0;
  std::vector<double> m_county;
};

void Convert::configure(CLI::App& app, Language l) {
  auto const h = [&](char const* option) { return help_text("convert", option, l); };
  app.add_option("FILE", o.input.source, h("file"))->required()->type_name("");
  app.add_option("-o,--output", o.output, h("output"))->type_name("FILE")->required();
  app.add_flag("--overwrite", o.overwrite, h("overwrite"));
  app.add_option("--crs", o.input.crs, h("crs"))->type_name("CRS");
  app.add_flag("--accept", o.input.accept, h("accept"));
  app.add_option("--degrees", m_degrees, h("degrees"))
      ->check(CLI::IsMember({"decimal", "dms"}).description(""))
      ->type_name("decimal|dms");
  app.add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
  app.add_option("--to", o.to, h("to"))->type_name("CRS");
  app.add_option("--registered-area", m_registered_km2, h("registered_area"))
      ->check(CLI::Validator(CLI::PositiveNumber).description(""))
      ->type_name("KM2");
  app.add_option("--extent", m_county, h("extent"))->expected(4)->delimiter(',')->type_name("W,S,E,N");
  app.add_option("--county", m_county_name, h("county"))->type_name("NAME");
  app.add_option("--encoding", o.input.encoding, h("encoding"))->type_name("NAME");
  app.add_option("--write-encoding", o.write_encoding, h("write_encoding"))->type_name("NAME");
}

int Convert::run(Common const& common) {
  o.input.language = common.language;
  use_workspace();
  if (m_registered_km2 > 0) o.input.hints.registered_m2 = m_registered_km2 * M2_PER_KM2;
  o.input.hints.degrees = degree_form(m_degrees);
  if (!m_county.empty()) o.input.hints.county = bounds_option(m_county);
  if (o.input.source == "-") o.input.pasted = std::string{std::istreambuf_iterator<char>(std::cin), {}};
  auto const result = convert_corners(o);
  if (!common.quiet) tell(result, common);
  for (auto const& f : result.findings)
    if (f.severity == Severity::error) return 1;
  return 0;
}

void Convert::use_workspace() {
  if (m_workspace.empty() && m_county_name.empty()) return;
  auto const workspace = read_workspace(find_workspace(m_workspace));
  check_not_of_workspace({o.output}, workspace.directory);
  o.input.datum_parameters = workspace.plan.datum_parameters;
  if (!m_county_name.empty()) o.input.hints.county = county_extent(workspace.counties, m_county_name);
}

void Convert::tell(ConvertResult const& r, Common const& common) const {
  std::size_t unsaid = 0;
  for (auto const& f : r.findings) {
    bool const of_a_parcel = f.severity == Severity::info && !f.feature.empty();
    if (of_a_parcel && r.parcels > PARCELS_TOLD) {
      ++unsaid;
      continue;
    }
    std::cout << mark_of(f.severity) << render(Message{f.code, f.args}, common.language) << '\n';
  }
  if (unsaid > 0)
    std::cout << "   " << render(Message{"cli.convert_unsaid", {std::to_string(unsaid)}}, common.language) << '\n';
  std::cout << render(Message{"cli.converted",
                              {std::to_string(r.parcels), std::to_string(r.rings), std::to_string(r.corners), r.crs,
                               "@cli.crs_" + r.how}},
                      common.language)
            << '\n'
            << render(Message{"cli.converted_to", {o.output}}, common.language) << '\n';
}

}  // namespace

std::unique_ptr<Command> make_convert() { return std::make_unique<Convert>(); }

}  // namespace redline::cli
