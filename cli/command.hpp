// One command of the program: declares its options to CLI11, then runs. configure() opens nothing; run() gives the exit
// status.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/text.hpp"

namespace redline::cli {

struct Common {  // what every command shares
  Language language = Language::zh;
  std::string language_name;
  bool quiet = false, progress = false;
  int verbose = 0;
};

class Command {
 public:
  virtual ~Command() = default;
  virtual std::string name() const = 0;
  virtual void configure(CLI::App& app, Language language) = 0;
  virtual int run(Common const& common) = 0;
  // For the pages of docs/commands: the exit statuses it can give, and the text keys of the messages a user meets most.
  virtual std::vector<int> statuses() const { return {0, 2, 3, 5}; }
  virtual std::vector<char const*> diagnostics() const { return {}; }
};

std::vector<std::unique_ptr<Command>> all_commands();  // command_table.cpp: one line each

std::unique_ptr<Command> make_overlay();
std::unique_ptr<Command> make_doctor();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_explain();
std::unique_ptr<Command> make_report();
std::unique_ptr<Command> make_verify();
std::unique_ptr<Command> make_init();
std::unique_ptr<Command> make_restoration();
std::unique_ptr<Command> make_convert();
std::unique_ptr<Command> make_screen();
std::unique_ptr<Command> make_qgis();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_prepare();

Language language_from_environment();
int threads_of(int given);  // 0: one for each processor

}  // namespace redline::cli
