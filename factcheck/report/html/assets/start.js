marks.start();
findings.start();
matrix.start();
panes.start();
steps.start();
startPrint();
startViews();
