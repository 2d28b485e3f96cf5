// Programs of Debian that some outputs need at run time. `package` is what to install where one is missing. run_tool
// feeds `input`, and returns what the program writes; no shell, no network of its own. Errors (output):
// report.no_tool {path, program, package}, report.tool_failed {path, program, reason}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace redline {

struct Tool {
  char const *program, *package;
};
inline constexpr Tool WEASYPRINT{"weasyprint", "weasyprint"};
inline constexpr Tool RSVG_CONVERT{"rsvg-convert", "librsvg2-bin"};
inline constexpr Tool FC_LIST{"fc-list", "fontconfig"};

std::string run_tool(Tool const& tool, std::vector<std::string> arguments, std::string_view input,
                     std::string const& for_path);
bool has_tool(Tool const& tool);                      // on the PATH
bool has_chinese_font();                              // as far as fontconfig can tell
void need_chinese_font(std::string const& for_path);  // Error(output, report.no_font {path})

}  // namespace redline
