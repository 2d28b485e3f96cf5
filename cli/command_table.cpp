// SPDX-License-Identifier: Apache-2.0
#include <tbb/global_control.h>

#include <algorithm>
#include <thread>

#include "cli/command.hpp"

namespace redline::cli {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> out;
  out.push_back(make_init());
  out.push_back(make_overlay());
  out.push_back(make_screen());
  out.push_back(make_prepare());
  out.push_back(make_explain());
  out.push_back(make_report());
  out.push_back(make_verify());
  out.push_back(make_check());
  out.push_back(make_doctor());
  out.push_back(make_restoration());
  out.push_back(make_convert());
  out.push_back(make_qgis());
  out.push_back(make_export());
  return out;
}

int threads_of(int given) {
  auto const threads = given > 0 ? given : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  // Else TBB writes to standard error that it grants no more than there are processors.
  static tbb::global_control const granted(tbb::global_control::max_allowed_parallelism,
                                           static_cast<std::size_t>(threads));
  return threads;
}

}  // namespace redline::cli
