"""What leaves and enters a coalition file: records, pasted agendas, lists of people."""
